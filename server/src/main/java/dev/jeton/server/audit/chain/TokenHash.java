package dev.jeton.server.audit.chain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes a keyed hash in place of a token: whoever holds the key can find the row of a token that
 * turned up somewhere, and nobody can go from the row to the token. For one thread.
 */
public final class TokenHash {
  private static final String HMAC = "HmacSHA256";
  private static final int SHOWN_BYTES = 16;

  /** The member of a row that holds the hashes. */
  static final String MEMBER = "token";

  private final Mac mac;
  private final byte[] out = new byte[32];

  public TokenHash(byte[] key) {
    try {
      mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** Writes one hash, or several with blanks between them. */
  public void write(ChainLine line, List<String> tokens) {
    if (tokens.size() == 1) {
      compute(tokens.get(0));
      line.hex(MEMBER, out, SHOWN_BYTES);
    } else {
      line.text(MEMBER, tokens.stream().map(this::of).collect(Collectors.joining(" ")));
    }
  }

  /** The hash as it stands in the row of this token. */
  public String of(String token) {
    compute(token);
    return HexFormat.of().formatHex(out, 0, SHOWN_BYTES);
  }

  private void compute(String token) {
    mac.update(token.getBytes(StandardCharsets.UTF_8));
    try {
      mac.doFinal(out, 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a hash needs 32 bytes", e);
    }
  }
}
