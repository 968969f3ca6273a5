package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.PublishedSecrets;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The secret of an API key: 24 bytes as {@link Multibase} base32, 40 characters. Signatures are keyed
 * with the bytes, not with the text. Those that a Hub made have 24; read are 16 to 64.
 */
public final class ApiSecret {
  private static final int LENGTH = 24;
  private static final int MIN_LENGTH = 16;
  private static final int MAX_LENGTH = 64;

  private final Secret bytes;

  private ApiSecret(byte[] bytes) {
    this.bytes = Secret.ofBytes(bytes);
  }

  public static ApiSecret random(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ApiSecret(bytes);
  }

  /** Reads one in any base; else MALFORMED or TOO_LARGE, which repeat nothing of it. */
  public static Outcome<ApiSecret> parse(Secret text) {
    byte[] utf8 = text.reveal(SecretAccess.forCryptography());
    return Multibase.decode(new String(utf8, StandardCharsets.UTF_8))
        .then(bytes -> bytes.length >= MIN_LENGTH && bytes.length <= MAX_LENGTH
            ? Outcome.accepted(new ApiSecret(bytes))
            : Outcome.refused(
                Reason.MALFORMED,
                "an API secret has " + MIN_LENGTH + " to " + MAX_LENGTH + " bytes, usually "
                    + LENGTH + "; this one has " + bytes.length));
  }

  /** Its text in the usual base. */
  public Secret text() {
    return Secret.ofText(Multibase.encode(bytes.reveal(SecretAccess.forCryptography())));
  }

  /** HMAC-SHA256 over the UTF-8 of the message. */
  byte[] mac(String message) {
    byte[] key = bytes.reveal(SecretAccess.forCryptography());
    byte[] data = message.getBytes(StandardCharsets.UTF_8);
    byte[] mac = new byte[HmacSha256.LENGTH];
    new HmacSha256().key(key, 0, key.length).update(data, 0, data.length).finish(mac, 0);
    return mac;
  }

  /** Why it must not be used, whatever form it was given in; see {@link PublishedSecrets#fault}. */
  public Optional<String> fault() {
    String hex = HexFormat.of().formatHex(bytes.reveal(SecretAccess.forCryptography()));
    return Stream.of(text(), Secret.ofText(hex), bytes)
        .flatMap(form -> PublishedSecrets.fault(form).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return "ApiSecret[redacted]";
  }
}
