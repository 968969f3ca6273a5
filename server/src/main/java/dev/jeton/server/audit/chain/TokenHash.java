package dev.jeton.server.audit.chain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a keyed hash in place of a token: whoever holds the key can find the row of a token that
 * turned up somewhere, and nobody can go from the row to the token. For one thread.
 */
public final class TokenHash {
  /** The member of a row that holds the hashes. */
  static final String MEMBER = "token";

  private final KeyedHash hash;

  public TokenHash(byte[] key) {
    hash = new KeyedHash(key);
  }

  /** Writes one hash, or several with blanks between them. */
  public void write(ChainLine line, List<String> tokens) {
    if (tokens.size() == 1) {
      line.hex(MEMBER, hash.compute(tokens.get(0)), KeyedHash.BYTES);
    } else {
      line.text(MEMBER, tokens.stream().map(this::of).collect(Collectors.joining(" ")));
    }
  }

  /** The hash as it stands in the row of this token. */
  public String of(String token) {
    return hash.hex(token);
  }
}
