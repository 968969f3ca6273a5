package dev.jeton.cli.revocation;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whose tokens; each platform has its own word for it. */
final class WhoseOptions implements OptionGroup {
  @Option(names = "--platform", paramLabel = "WORD", description = "The platform, such as agora.")
  private @Nullable String platform;

  @Option(names = "--project", paramLabel = "NAME", description = "The project. Default all.")
  private @Nullable String project;

  @Option(names = "--realm", paramLabel = "NAME", description = "The realm. Default all.")
  private @Nullable String realm;

  @Option(names = "--issuer", paramLabel = "NAME", description = "The issuer. Default all.")
  private @Nullable String issuer;

  @Option(names = "--credential", paramLabel = "KEY", description = "The credential. Default all.")
  private @Nullable String credential;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for whoever reads the list.")
  private @Nullable String reason;

  void addTo(JsonObject.Builder body) {
    if (platform == null) {
      throw new UsageException("missing: --platform WORD");
    }
    Map<String, @Nullable String> members = new LinkedHashMap<>();
    members.put("platform", platform);
    members.put("project", project);
    members.put("realm", realm);
    members.put("issuer", issuer);
    members.put("credential", credential);
    members.put("reason", reason);
    members.forEach((member, text) -> {
      if (text != null) {
        body.put(member, text);
      }
    });
  }

  @Override
  public String heading() {
    return "Whose";
  }
}
