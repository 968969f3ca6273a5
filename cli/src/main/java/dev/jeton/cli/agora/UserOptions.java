package dev.jeton.cli.agora;

import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AgoraUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A member of a channel: a number or a name, never both. */
final class UserOptions implements OptionGroup {
  static final String HEADING = "For whom and what";

  @Option(
      names = "--uid",
      paramLabel = "N",
      converter = UidConverter.class,
      description = "The user's number, 0..4294967295; 0 is anyone.")
  private @Nullable Long uid;

  @Option(
      names = "--account",
      paramLabel = "A",
      converter = AccountConverter.class,
      description = "The user's name, up to 255 bytes; instead of --uid.")
  private @Nullable String account;

  Optional<AgoraUser> user() {
    if (uid != null && account != null) {
      throw new UsageException("give --uid or --account, not both");
    }
    if (uid != null) {
      return Optional.of(AgoraUser.uid(uid));
    }
    return Optional.ofNullable(account).map(AgoraUser::account);
  }

  AgoraUser required() {
    if (account != null && account.isEmpty()) {
      throw new UsageException("--account: " + AccountConverter.EMPTY);
    }
    return user().orElseThrow(() -> new UsageException("missing: --uid N or --account A"));
  }

  void describeTo(Json json) {
    if (uid != null) {
      json.put("uid", uid);
    } else if (account != null) {
      json.put("account", account);
    }
  }

  @Override
  public String heading() {
    return HEADING;
  }
}
