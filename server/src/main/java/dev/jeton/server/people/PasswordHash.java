package dev.jeton.server.people;

import com.google.crypto.tink.util.Bytes;
import dev.jeton.server.vault.Argon2id;
import dev.jeton.tokens.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is kept of a password, in the text form that all implementations of Argon2id share. */
record PasswordHash(Argon2id cost, Bytes salt, Bytes hash) {
  private static final Pattern FORM = Pattern.compile(
      "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([^$]+)\\$([^$]+)");
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;

  /** What OWASP advises for servers with little memory. */
  private static final Argon2id USUAL = new Argon2id(19 << 10, 2, 1);

  /** What an unknown name is compared with, so that it takes as long as a known one. */
  static final PasswordHash OF_NOBODY = new PasswordHash(
      USUAL, Bytes.copyFrom(new byte[SALT_BYTES]), Bytes.copyFrom(new byte[HASH_BYTES]));

  static PasswordHash of(Secret password, RandomGenerator random) {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    Bytes salt = Bytes.copyFrom(bytes);
    return new PasswordHash(USUAL, salt, USUAL.stretch(password, salt, HASH_BYTES));
  }

  /** Computes it once more and compares in constant time. */
  boolean matches(Secret password) {
    return hash.equals(cost.stretch(password, salt, hash.size()));
  }

  Secret text() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return Secret.ofText("$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.iterations() + ",p="
        + cost.lanes() + "$" + base64.encodeToString(salt.toByteArray()) + "$"
        + base64.encodeToString(hash.toByteArray()));
  }

  static PasswordHash parse(byte[] text) {
    Matcher parts = FORM.matcher(new String(text, StandardCharsets.US_ASCII));
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a hash of Argon2id");
    }
    Argon2id cost = new Argon2id(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
    return new PasswordHash(cost, bytes(parts.group(4)), bytes(parts.group(5)));
  }

  private static Bytes bytes(String base64) {
    return Bytes.copyFrom(Base64.getDecoder().decode(base64));
  }

  @Override
  public String toString() {
    return "PasswordHash[redacted]";
  }
}
