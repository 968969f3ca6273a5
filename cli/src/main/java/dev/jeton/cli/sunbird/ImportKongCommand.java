package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SourceFile;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.importing.ImportCommand;
import dev.jeton.cli.importing.Source;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton import sunbird-kong}. */
@Command(
    name = "sunbird-kong",
    description = {
      "Take over Kong's consumers with their groups and JWT credentials.",
      "They come from its declarative file (YAML or JSON), or from its Admin API, which is only read.",
      "Kong asked for no end of tokens, so new credentials get the profile legacy unless told",
      "otherwise."
    },
    customSynopsis = {
      "jeton import sunbird-kong FILE|- [--profile PROFILE] [--secret-encoding ENCODING] [OPTIONS]",
      "       jeton import sunbird-kong --admin-url URL [--admin-header NAME ...] [OPTIONS]"
    },
    footer = {
      "",
      "Examples",
      "  jeton import sunbird-kong kong.yml",
      "  jeton import sunbird-kong --admin-url http://localhost:8001 --profile strict --dry-run"
    })
final class ImportKongCommand extends ImportCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Its declarative file; - reads standard input.")
  private @Nullable Path file;

  @Mixin
  private KongAdminOptions admin = new KongAdminOptions();

  @Mixin
  private Credentials credentials = new Credentials();

  /** What the source does not say. */
  static final class Credentials implements OptionGroup {
    @Option(
        names = "--profile",
        paramLabel = "PROFILE",
        converter = ProfileConverter.class,
        description = "strict or legacy. Default: legacy for new credentials.")
    private @Nullable Profile profile;

    @Option(
        names = "--secret-encoding",
        paramLabel = "ENCODING",
        converter = SecretEncodingConverter.class,
        description = "utf8, base64 or base64url. Default: what its jwt plugins say.")
    private @Nullable SecretEncoding encoding;

    @Override
    public String heading() {
      return "Credentials";
    }
  }

  ImportKongCommand(Environment environment) {
    super(environment, "sunbird-kong");
  }

  @Override
  protected Source source() {
    if (file != null && !admin.given()) {
      return Source.of(environment(), SourceFile.read(environment(), file));
    }
    if (file != null || !admin.given()) {
      throw new UsageException("give either the file of Kong's configuration or --admin-url");
    }
    return new Source(admin.kong().document(credentials.encoding == null), false);
  }

  @Override
  protected Json options() {
    Json options = Json.object();
    if (credentials.profile != null) {
      options.put("profile", credentials.profile.word());
    }
    return credentials.encoding == null
        ? options
        : options.put("secretEncoding", credentials.encoding.word());
  }
}
