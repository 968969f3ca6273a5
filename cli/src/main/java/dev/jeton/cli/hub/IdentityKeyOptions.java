package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the private key of an identity comes from. */
final class IdentityKeyOptions implements OptionGroup {
  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with your private key. Without it: HUB_IDENTITY_KEY,"
          + " HUB_IDENTITY_KEY_FILE, or a prompt.")
  private @Nullable Path secretFile;

  Libp2pPrivateKey key(Environment environment) {
    return PrivateKeys.required(environment, "identity key", "HUB_IDENTITY_KEY", secretFile);
  }

  @Override
  public String heading() {
    return "Identity";
  }
}
