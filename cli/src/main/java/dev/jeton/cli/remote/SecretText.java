package dev.jeton.cli.remote;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A secret on its way into the body of a request, and nowhere else. */
public final class SecretText {
  private SecretText() {}

  /**
   * As text.
   *
   * @param origin what it is or came from, for messages
   */
  public static String of(String origin, Secret secret) {
    byte[] bytes = secret.reveal(SecretAccess.forCryptography());
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UsageException(origin + " is not UTF-8 text");
    }
  }
}
