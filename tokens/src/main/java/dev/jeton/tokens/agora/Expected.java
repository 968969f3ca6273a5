package dev.jeton.tokens.agora;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
 * @param services the service types in which alone that privilege counts; empty for the rule above.
 *     A 006 token has no services, so there the id alone counts
 */
public record Expected(
    Instant now,
    Duration skew,
    Optional<Channel> channel,
    Optional<AgoraUser> user,
    OptionalInt privilege,
    Set<Integer> services) {
  /** One minute. */
  public static final Duration DEFAULT_SKEW = Duration.ofSeconds(60);

  /** Nothing but the time. */
  public static Expected at(Instant now) {
    return new Expected(
        now, DEFAULT_SKEW, Optional.empty(), Optional.empty(), OptionalInt.empty(), Set.of());
  }

  /** With another allowance for clocks that differ. */
  public Expected skew(Duration allowed) {
    return new Expected(now, allowed, channel, user, privilege, services);
  }

  /** With the channel that is joined. */
  public Expected channel(Channel joined) {
    return new Expected(now, skew, Optional.of(joined), user, privilege, services);
  }

  /** With the user who joins or logs in. */
  public Expected user(AgoraUser joining) {
    return new Expected(now, skew, channel, Optional.of(joining), privilege, services);
  }

  /** See {@link Privileges}: {@code PUBLISH_AUDIO}, say. */
  public Expected privilege(int id) {
    return privilege(Set.of(), id);
  }

  /** A privilege of one service type: {@code Service.Rtm.TYPE} and {@code JOIN} to log in, say. */
  public Expected privilege(int serviceType, int id) {
    return privilege(Set.of(serviceType), id);
  }

  /** A privilege of any of these service types. */
  public Expected privilege(Set<Integer> serviceTypes, int id) {
    return new Expected(now, skew, channel, user, OptionalInt.of(id), Set.copyOf(serviceTypes));
  }
}
