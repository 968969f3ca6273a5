package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which credential, what is demanded of its tokens, and where its secret or key comes from. */
final class CredentialOptions implements OptionGroup {
  static final String HEADING = "Credential";

  private static final String KEY_VARIABLE = "SUNBIRD_KEY";
  private static final String SECRET_VARIABLE = "SUNBIRD_SECRET";

  @Option(
      names = "--key",
      paramLabel = "K",
      description = "The credential's key, which tokens name as iss (variable SUNBIRD_KEY).")
  private @Nullable String key;

  @Option(
      names = "--alg",
      paramLabel = "ALG",
      converter = AlgorithmConverter.class,
      description = "HS256 (default), HS384, HS512, or RS256, ES256, Ed25519 with a key pair.")
  private Algorithm algorithm = Algorithm.HS256;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileConverter.class,
      description = "strict (default): tokens live minutes. legacy: they may have no end, as those"
          + " of Sunbird's own tools.")
  private Profile profile = Profile.STRICT;

  @Option(
      names = "--max-lifetime",
      paramLabel = "5m",
      converter = DurationConverter.class,
      description = "How long a strict token may live. Default 5m.")
  private Duration maximumLifetime = Credential.DEFAULT_MAXIMUM_LIFETIME;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the secret, or with the key in PEM for RS256, ES256 and Ed25519."
          + " Without it: SUNBIRD_SECRET, SUNBIRD_SECRET_FILE, or a prompt.")
  private @Nullable Path secretFile;

  @Option(
      names = "--secret-encoding",
      paramLabel = "ENCODING",
      converter = SecretEncodingConverter.class,
      description = "utf8 (default): the secret's characters are the key, also where they look like"
          + " hex. base64 or base64url: they stand for it.")
  private @Nullable SecretEncoding encoding;

  Profile profile() {
    return profile;
  }

  Credential credential(String key, VerificationKey verificationKey) {
    if (maximumLifetime.isZero()) {
      throw new UsageException("--max-lifetime: at least 1s");
    }
    try {
      return new Credential(key, verificationKey, profile, maximumLifetime);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--key: " + e.getMessage());
    }
  }

  /** What signs: the secret, or the private key. */
  SigningKey signingKey(Environment environment) {
    if (algorithm.isSymmetric()) {
      return secret(environment);
    }
    refuseEncoding();
    Found found = found(environment, "private key");
    return orUsage(found.origin(), SigningKey.ofPem(algorithm, found.secret()));
  }

  /** What checks: the secret, or the public key. */
  VerificationKey verificationKey(Environment environment) {
    if (algorithm.isSymmetric()) {
      return secret(environment).verificationKey();
    }
    refuseEncoding();
    Found found = found(environment, "public key");
    byte[] pem = found.secret().reveal(SecretAccess.forCryptography());
    return publicKey(found.origin(), new String(pem, StandardCharsets.UTF_8));
  }

  /** The public key from a file of its own; no secret is asked for. */
  VerificationKey publicKey(Path file) {
    if (algorithm.isSymmetric()) {
      throw new UsageException("--public-key goes with --alg RS256, ES256 or Ed25519");
    }
    if (secretFile != null) {
      throw new UsageException("--public-key and --secret-file both name a key; give one");
    }
    refuseEncoding();
    return publicKey("--public-key", PublicKeyFile.read("--public-key", file));
  }

  private void refuseEncoding() {
    if (encoding != null) {
      throw new UsageException("--secret-encoding goes with HS256, HS384 and HS512; keys are PEM");
    }
  }

  private VerificationKey publicKey(String origin, String pem) {
    return orUsage(origin, VerificationKey.ofPem(algorithm, pem));
  }

  /** The name of the credential; asked for before any secret is. */
  String key(Environment environment) {
    if (key != null) {
      return key;
    }
    String value = environment
        .variable(KEY_VARIABLE)
        .orElseThrow(() -> new UsageException("missing: --key K (or the variable SUNBIRD_KEY)"));
    if (value.isEmpty()) {
      throw new UsageException(KEY_VARIABLE + ": it is empty");
    }
    return value;
  }

  private SigningKey secret(Environment environment) {
    Found found = found(environment, "secret");
    try {
      SecretEncoding written = encoding == null ? SecretEncoding.UTF8 : encoding;
      SigningKey secret = written.key(algorithm, found.secret());
      found.warnIfNoSecret(environment);
      return secret;
    } catch (IllegalArgumentException e) {
      throw new UsageException(found.origin() + ": " + e.getMessage());
    }
  }

  private Found found(Environment environment, String name) {
    return new SecretSource(environment, name, SECRET_VARIABLE).required(secretFile);
  }

  private static <T> T orUsage(String origin, Outcome<T> outcome) {
    if (outcome instanceof Outcome.Accepted<T> accepted) {
      return accepted.value();
    }
    throw new UsageException(origin + ": " + ((Outcome.Refused<T>) outcome).detail());
  }

  @Override
  public String heading() {
    return HEADING;
  }
}
