package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SourceFile;
import dev.jeton.cli.importing.ImportCommand;
import dev.jeton.cli.importing.Source;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton import hub-issuer}. */
@Command(
    name = "hub-issuer",
    description = {
      "Take over the key with which a Hub signed, so that tokens go on naming the same issuer.",
      "The file has the libp2p private key as a string (bbaareq...), in Base64 as IPFS has it, as its",
      "bytes, or is the configuration of IPFS. Ed25519 alone."
    },
    customSynopsis =
        "jeton import hub-issuer FILE|- [--name NAME] [--token-form default|hub-exact] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton import hub-issuer host.key",
      "  jeton import hub-issuer ~/.ipfs/config --token-form hub-exact"
    })
final class ImportIssuerCommand extends ImportCommand {
  /** How the bytes of a libp2p key message begin that has an Ed25519 key. */
  private static final int TYPE = 0x08;

  private static final int ED25519 = 0x01;

  @Parameters(paramLabel = "FILE", description = "The file with the key; - reads standard input.")
  private Path file = Path.of("");

  @Mixin
  private Issuer issuer = new Issuer();

  /** What the source does not say. */
  static final class Issuer implements OptionGroup {
    @Option(
        names = "--name",
        paramLabel = "NAME",
        description = "The issuer's name. Default: that of the one with this key, else hub.")
    private @Nullable String name;

    @Option(
        names = "--token-form",
        paramLabel = "FORM",
        description = "default, or hub-exact: tokens have no end, as those of the Hub.")
    private @Nullable String form;

    @Override
    public String heading() {
      return "Issuer";
    }
  }

  ImportIssuerCommand(Environment environment) {
    super(environment, "hub-issuer");
  }

  @Override
  protected Source source() {
    SourceFile source = SourceFile.read(environment(), file);
    byte[] bytes = source.bytes();
    if (bytes.length < 2 || bytes[0] != TYPE || bytes[1] != ED25519) {
      return Source.of(environment(), source);
    }
    Source.warnIfOpen(environment(), source);
    return new Source(Base64.getEncoder().encodeToString(bytes), source.piped());
  }

  @Override
  protected Json options() {
    Json options = Json.object();
    if (issuer.name != null) {
      options.put("name", issuer.name);
    }
    return issuer.form == null ? options : options.put("tokenForm", issuer.form);
  }
}
