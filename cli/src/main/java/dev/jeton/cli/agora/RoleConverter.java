package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.RtcRole;
import picocli.CommandLine.ITypeConverter;

/** Reads a role. */
final class RoleConverter implements ITypeConverter<RtcRole> {
  @Override
  public RtcRole convert(String text) {
    return switch (text) {
      case "publisher" -> RtcRole.PUBLISHER;
      case "subscriber" -> RtcRole.SUBSCRIBER;
      default -> throw new UsageException("a role is publisher or subscriber");
    };
  }

  static String word(RtcRole role) {
    return role == RtcRole.PUBLISHER ? "publisher" : "subscriber";
  }
}
