package dev.jeton.cli.kandy;

import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who may call whom in a realm. Lists replace those that were there. */
final class PartyOptions implements SpecOptions {
  private static final String AGAIN = " May be given again.";

  @Option(
      names = "--to",
      paramLabel = "CALLEE",
      description =
          "Who may be called: an address, or a pattern such as *@example.com. Without any,"
              + " nobody." + AGAIN)
  private @Nullable List<String> to;

  @Option(
      names = "--from",
      paramLabel = "NAME",
      description = "Who may call; the first one without a * is the usual caller." + AGAIN)
  private @Nullable List<String> from;

  @Option(
      names = "--account",
      paramLabel = "A",
      description =
          "The accounts that callers may name; the first one without a * is the usual one." + AGAIN)
  private @Nullable List<String> accounts;

  @Option(
      names = "--domain",
      paramLabel = "DOMAIN",
      description = "The domains that it serves; without any, all." + AGAIN)
  private @Nullable List<String> domains;

  @Option(
      names = "--preset",
      paramLabel = "ID=CALLEE",
      description = "A call that /token?identifier=ID takes, such as front-page=help@example.com;"
          + " ,from=NAME and ,account=A may follow." + AGAIN)
  private @Nullable List<String> presets;

  @Override
  public void write(Members members) {
    members
        .texts("to", to)
        .texts("from", from)
        .texts("accounts", accounts)
        .texts("domains", domains);
    if (presets != null) {
      JsonObject.Builder all = JsonObject.builder();
      for (String text : presets) {
        PresetText preset = PresetText.read(text);
        all.put(preset.identifier(), preset.json());
      }
      members.value("presets", all.build());
    }
  }

  @Override
  public String heading() {
    return "Who calls whom";
  }
}
