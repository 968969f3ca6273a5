package dev.jeton.tokens.agora;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a token is verified against. What is not given is not checked and is listed as unchecked in
 * the result.
 *
 * @param now the time of the verification
 * @param skew how far in the future the issue time may lie, for clocks that differ
 * @param channel the channel that is joined
 * @param user the uid or account that joins or logs in
 * @param privilege a privilege id that must be there and alive, with the meaning that {@link
 *     Privileges} gives it: {@code JOIN} counts where one joins or logs in (RTC, RTM, RTM2, FPA), all
 *     others in RTC alone, since 2 is "play" in FCDN and "app" in Chat. Without it the service's own
 *     way in must be alive
 */
public record Expected(
    Instant now,
    Duration skew,
    Optional<Channel> channel,
    Optional<AgoraUser> user,
    OptionalInt privilege) {
  /** One minute. */
  public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

  /** Nothing but the time. */
  public static Expected at(Instant now) {
    return new Expected(now, DEFAULT_SKEW, Optional.empty(), Optional.empty(), OptionalInt.empty());
  }

  public Expected skew(Duration allowed) {
    return new Expected(now, allowed, channel, user, privilege);
  }

  public Expected channel(Channel joined) {
    return new Expected(now, skew, Optional.of(joined), user, privilege);
  }

  public Expected user(AgoraUser joining) {
    return new Expected(now, skew, channel, Optional.of(joining), privilege);
  }

  /** See {@link Privileges}: {@code PUBLISH_AUDIO}, say. */
  public Expected privilege(int id) {
    return new Expected(now, skew, channel, user, OptionalInt.of(id));
  }
}
