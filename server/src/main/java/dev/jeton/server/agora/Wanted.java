package dev.jeton.server.agora;

import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.RtcRole;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What clients of the old token servers write, read strictly. */
public final class Wanted {
  private static final String CHANNEL_RULE =
      "a channel is 1 to 63 characters out of a-z, A-Z, 0-9, space and !#$%&()+-:;<=.>?@[]^_{}|~,"
          + " (or a wildcard with *)";
  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");
  private static final int LONGEST_NUMBER = 10;

  private Wanted() {}

  /** A channel; a wildcard is let through here and needs a grant later. */
  public static Channel channel(String name) {
    Channel channel = new Channel(name);
    boolean plausible = channel.isOrdinary()
        || (channel.isWildcard() && new Channel(name.replace('*', 'x')).isOrdinary());
    if (!plausible) {
      throw Refused.badRequest("wrong-channel", CHANNEL_RULE);
    }
    return channel;
  }

  /** A uid as text: 0..4294967295. */
  public static AgoraUser uid(String text) {
    if (NUMBER.matcher(text).matches() && text.length() <= LONGEST_NUMBER) {
      long uid = Long.parseLong(text);
      if (uid >= 0 && uid <= AgoraUser.MAX_UID && text.charAt(0) != '+') {
        return AgoraUser.uid(uid);
      }
    }
    throw Refused.badRequest(
        "wrong-uid",
        "uid must be a whole number from 0 to " + AgoraUser.MAX_UID + " (as number or as text)");
  }

  /** A uid where the text is a number, else an account. */
  public static AgoraUser uidOrAccount(String text) {
    return NUMBER.matcher(text).matches() ? uid(text) : account(text);
  }

  /** An account or user id: 1 to 255 bytes without control characters. */
  public static AgoraUser account(String text) {
    return AgoraUser.account(userId(text));
  }

  /** The same, as text. */
  public static String userId(String text) {
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes == 0
        || bytes > AgoraUser.MAX_ACCOUNT_BYTES
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Refused.badRequest(
          "wrong-user",
          "a user or account is 1 to "
              + AgoraUser.MAX_ACCOUNT_BYTES
              + " bytes of text without control characters");
    }
    return text;
  }

  /** The role by the words of all token servers; absent means subscriber. */
  public static RtcRole role(@Nullable String word) {
    if (word == null) {
      return RtcRole.SUBSCRIBER;
    }
    return switch (word) {
      case "publisher" -> RtcRole.PUBLISHER;
      case "subscriber", "audience" -> RtcRole.SUBSCRIBER;
      default ->
        throw Refused.badRequest("wrong-role", "role must be publisher, subscriber or audience");
    };
  }
}
