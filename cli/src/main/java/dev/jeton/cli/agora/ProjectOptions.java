package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which project, and where its certificates come from. */
final class ProjectOptions implements OptionGroup {
  private static final String NAME = "App Certificate";
  private static final String VARIABLE = "AGORA_APP_CERTIFICATE";
  private static final String APP_ID_VARIABLE = "AGORA_APP_ID";

  @Option(
      names = "--app-id",
      paramLabel = "ID",
      converter = AppIdConverter.class,
      description = "The project's App ID, 32 hex digits (variable AGORA_APP_ID).")
  private @Nullable AppId appId;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the App Certificate. Without it: AGORA_APP_CERTIFICATE,"
          + " AGORA_APP_CERTIFICATE_FILE, or a prompt.")
  private @Nullable Path secretFile;

  AppId appId(Environment environment) {
    if (appId != null) {
      return appId;
    }
    String text = environment
        .variable(APP_ID_VARIABLE)
        .orElseThrow(
            () -> new UsageException("missing: --app-id ID (or the variable AGORA_APP_ID)"));
    try {
      return new AppId(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(APP_ID_VARIABLE + ": " + e.getMessage());
    }
  }

  /** The one to sign with. */
  AppCertificate certificate(Environment environment) {
    return certificate(
        environment, new SecretSource(environment, NAME, VARIABLE).required(secretFile));
  }

  /** Those to verify with. */
  Certificates certificates(Environment environment) {
    SecretSource second =
        new SecretSource(environment, "secondary " + NAME, VARIABLE + "_SECONDARY");
    AppCertificate primary = certificate(environment);
    return new Certificates(
        primary, second.optional().map(found -> certificate(environment, found)));
  }

  private static AppCertificate certificate(Environment environment, Found found) {
    try {
      AppCertificate certificate = AppCertificate.of(found.secret());
      found.warnIfNoSecret(environment);
      return certificate;
    } catch (IllegalArgumentException e) {
      throw new UsageException(found.origin() + ": " + e.getMessage());
    }
  }

  @Override
  public String heading() {
    return "Project";
  }
}
