package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AgoraUser;
import picocli.CommandLine.ITypeConverter;

/** Reads a uid: an unsigned 32-bit number in plain decimal. */
final class UidConverter implements ITypeConverter<Long> {
  private static final int MAX_DIGITS = 10;

  @Override
  public Long convert(String text) {
    boolean digits = !text.isEmpty()
        && text.length() <= MAX_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || Long.parseLong(text) > AgoraUser.MAX_UID) {
      throw new UsageException("a uid is a whole number 0.." + AgoraUser.MAX_UID
          + "; other names are given with --account");
    }
    return Long.valueOf(text);
  }
}
