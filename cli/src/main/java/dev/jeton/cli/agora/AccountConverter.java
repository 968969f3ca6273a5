package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AgoraUser;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ITypeConverter;

/** Reads an account or user id: any text of 1..255 bytes. */
final class AccountConverter implements ITypeConverter<String> {
  @Override
  public String convert(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0) {
      throw new UsageException("it is empty; it names one user");
    }
    if (bytes > AgoraUser.MAX_ACCOUNT_BYTES) {
      throw new UsageException(
          "it has at most " + AgoraUser.MAX_ACCOUNT_BYTES + " bytes, not " + bytes);
    }
    return text;
  }
}
