package dev.jeton.cli.kandy;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.RealmKeys;
import dev.jeton.tokens.kandy.SecurityKey;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which realm, how it encrypts, and where its keys come from. */
final class RealmOptions implements OptionGroup {
  private static final String NAME = "Security Key";
  private static final String VARIABLE = "KANDY_SECURITY_KEY";
  private static final String REALM_VARIABLE = "KANDY_REALM";
  private static final String CIPHER_VARIABLE = "KANDY_CIPHER";

  @Option(
      names = "--realm",
      paramLabel = "R",
      description = "The realm's name, as the portal has it (variable KANDY_REALM). It goes into"
          + " no token; the client sends it beside them.")
  private @Nullable String realm;

  @Option(
      names = "--cipher",
      paramLabel = "ecb|cbc",
      converter = WordConverter.OfCipher.class,
      description = "The realm's cipher (variable KANDY_CIPHER): ecb with a key of 16 bytes, cbc"
          + " with one of 32. Prefer cbc: under ecb nothing protects a token against being cut and"
          + " pasted.")
  private @Nullable KandyCipher cipher;

  @Option(
      names = "--secret-file",
      paramLabel = "FILE",
      description = "A file with the Security Key. Without it: KANDY_SECURITY_KEY,"
          + " KANDY_SECURITY_KEY_FILE, or a prompt.")
  private @Nullable Path secretFile;

  String realm(Environment environment) {
    String name = realm != null
        ? realm
        : environment
            .variable(REALM_VARIABLE)
            .orElseThrow(
                () -> new UsageException("missing: --realm R (or the variable KANDY_REALM)"));
    if (name.isBlank()) {
      throw new UsageException((realm != null ? "--realm" : REALM_VARIABLE) + ": it is empty");
    }
    return name;
  }

  /** The one to mint with. */
  SecurityKey key(Environment environment) {
    KandyCipher wanted = cipher(environment);
    return key(
        environment, wanted, new SecretSource(environment, NAME, VARIABLE).required(secretFile));
  }

  /** Those to verify with. */
  RealmKeys keys(Environment environment) {
    SecurityKey current = key(environment);
    return new SecretSource(environment, "previous " + NAME, VARIABLE + "_PREVIOUS")
        .optional()
        .map(found -> RealmKeys.of(current, key(environment, current.cipher(), found), Instant.MAX))
        .orElseGet(() -> RealmKeys.of(current));
  }

  /** An ECB token has no IV, so nothing can be said of it. */
  void refuseOneIv(Environment environment, boolean oneIv) {
    if (oneIv && cipher(environment) == KandyCipher.ECB) {
      throw new UsageException("--one-iv goes with --cipher cbc; ecb has no IV");
    }
  }

  /** The word for a cipher. */
  static String word(KandyCipher cipher) {
    return WordConverter.word(cipher);
  }

  private KandyCipher cipher(Environment environment) {
    if (cipher != null) {
      return cipher;
    }
    String text = environment
        .variable(CIPHER_VARIABLE)
        .orElseThrow(
            () -> new UsageException("missing: --cipher ecb|cbc (or the variable KANDY_CIPHER)"));
    try {
      return new WordConverter.OfCipher().convert(text);
    } catch (UsageException e) {
      throw new UsageException(CIPHER_VARIABLE + ": " + e.line());
    }
  }

  private static SecurityKey key(Environment environment, KandyCipher cipher, Found found) {
    try {
      SecurityKey key = SecurityKey.of(cipher, found.secret());
      found.warnIfNoSecret(environment);
      return key;
    } catch (IllegalArgumentException e) {
      throw new UsageException(found.origin() + ": " + e.getMessage());
    }
  }

  @Override
  public String heading() {
    return "Realm";
  }
}
