package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AgoraUser;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ITypeConverter;

/** Reads an account or user id: any text of up to 255 bytes. */
final class AccountConverter implements ITypeConverter<String> {
  static final String EMPTY = "it is empty; it names one user";

  @Override
  public String convert(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > AgoraUser.MAX_ACCOUNT_BYTES) {
      throw new UsageException(
          "it has at most " + AgoraUser.MAX_ACCOUNT_BYTES + " bytes, not " + bytes);
    }
    return text;
  }

  /** Refuses the empty text, which would let anyone in. */
  static final class OfOneUser implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      if (text.isEmpty()) {
        throw new UsageException(EMPTY);
      }
      return new AccountConverter().convert(text);
    }
  }
}
