package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.remote.kind.Members;
import dev.jeton.cli.remote.kind.SpecOptions;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a credential is that a server keeps. */
final class StoredCredentialOptions implements SpecOptions {
  @Option(
      names = "--key",
      paramLabel = "K",
      description = "What its tokens name as iss. Without it the server makes 32 hex digits.")
  private @Nullable String key;

  @Option(
      names = "--consumer",
      paramLabel = "USERNAME",
      description = "Whose it is: the consumer whose groups its tokens have.")
  private @Nullable String consumer;

  @Option(names = "--notes", paramLabel = "TEXT", description = "What it is for.")
  private @Nullable String notes;

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      converter = AlgorithmConverter.class,
      description = "HS256 (default), HS384, HS512, or RS256, ES256, Ed25519 with a private key in"
          + " PEM in place of the secret.")
  private @Nullable Algorithm algorithm;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileConverter.class,
      description = "strict (default): tokens live minutes. legacy: those of old gateways and"
          + " clients are taken, which may have no end.")
  private @Nullable Profile profile;

  @Option(
      names = "--secret-encoding",
      paramLabel = "ENCODING",
      converter = SecretEncodingConverter.class,
      description = "utf8 (default): the secret's characters are the key. base64 or base64url: they"
          + " stand for it.")
  private @Nullable SecretEncoding encoding;

  @Option(
      names = "--max-lifetime",
      paramLabel = "5m",
      converter = DurationConverter.class,
      description = "The longest life of a token that is minted, and of a strict one that is"
          + " verified. Default 5m.")
  private @Nullable Duration maximumLifetime;

  @Option(
      names = "--allow",
      paramLabel = "GRANT",
      description =
          "no-expiry: a legacy credential may mint the bare {iss} token, which has no end.")
  private @Nullable List<String> grants;

  @Option(
      names = "--public-key",
      paramLabel = "FILE",
      description =
          "A file with the public key in PEM: its tokens are then verified and not minted,"
              + " and it has no secret.")
  private @Nullable Path publicKey;

  @Option(
      names = "--default",
      negatable = true,
      description = "Callers get this one who name none; another one loses the mark.")
  private @Nullable Boolean standard;

  @Override
  public void write(Members members) {
    members
        .text("key", key)
        .text("consumer", consumer)
        .text("notes", notes)
        .text("algorithm", algorithm == null ? null : algorithm.word())
        .text("profile", profile == null ? null : profile.word())
        .text("secretEncoding", encoding == null ? null : encoding.word())
        .seconds("maxLifetimeSeconds", maximumLifetime)
        .texts("allow", grants)
        .text("publicKey", publicKey == null ? null : PublicKeyFile.read("--public-key", publicKey))
        .truth("default", standard);
  }

  @Override
  public String heading() {
    return CredentialOptions.HEADING;
  }
}
