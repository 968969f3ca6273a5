package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.random.RandomGenerator;

/**
 * The name of an API key: 16 bytes as {@link Multibase} base32, 27 characters. It stands in the clear in
 * {@code x-textile-api-key}; the secret beside it is an {@link ApiSecret}.
 */
public record ApiKey(String text) {
  static final int LENGTH = 16;

  /** Takes the usual spelling alone and throws for others; {@link #parse} takes them all. */
  public ApiKey {
    if (!(Multibase.decode(text) instanceof Outcome.Accepted<byte[]> decoded
        && decoded.value().length == LENGTH
        && Multibase.encode(decoded.value()).equals(text))) {
      throw new IllegalArgumentException(
          "an API key is 16 bytes in base32, 27 characters from b on");
    }
  }

  public static ApiKey random(RandomGenerator random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new ApiKey(Multibase.encode(bytes));
  }

  /** Reads one in any base and writes it in the usual one. */
  public static Outcome<ApiKey> parse(String text) {
    return Multibase.decode(text)
        .then(bytes -> bytes.length == LENGTH
            ? Outcome.accepted(new ApiKey(Multibase.encode(bytes)))
            : Outcome.refused(
                Reason.MALFORMED, "an API key has 16 bytes, this one has " + bytes.length));
  }

  @Override
  public String toString() {
    return text;
  }
}
