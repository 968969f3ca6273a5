package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks on a 007 token that has been read and whose signature is right. */
final class AccessToken2Verification {
  private final RawAccessToken2 token;
  private final Expected expected;

  AccessToken2Verification(RawAccessToken2 token, Expected expected) {
    this.token = token;
    this.expected = expected;
  }

  /** Time, then privileges, then channel and user. */
  Outcome<VerifiedAgoraToken> verify(SignedBy signedBy) {
    if (Duration.between(expected.now(), token.issuedAt()).compareTo(expected.skew()) > 0) {
      return Outcome.refused(
          Reason.NOT_YET_VALID, "it was issued in the future; is one of the clocks wrong?");
    }
    if (!alive(TokenLife.end(token))) {
      return Outcome.refused(Reason.EXPIRED, "its lifetime is over");
    }
    List<Service> ofChannel =
        token.services().stream().filter(this::isInChannel).toList();
    List<Service> ofUser = ofChannel.stream().filter(this::isForUser).toList();
    Optional<Outcome<VerifiedAgoraToken>> dead =
        privilegeFault(ofUser.isEmpty() ? token.services() : ofUser);
    if (dead.isPresent()) {
      return dead.get();
    }
    if (ofChannel.isEmpty() && expected.channel().isPresent()) {
      return Outcome.refused(Reason.CHANNEL_MISMATCH, "it is not for this channel");
    }
    if (ofUser.isEmpty() && expected.user().isPresent()) {
      return Outcome.refused(Reason.USER_MISMATCH, "it is not for this uid or account");
    }
    return Outcome.accepted(new VerifiedAccessToken2(token, signedBy, unchecked()));
  }

  private boolean isInChannel(Service service) {
    return expected.channel().isEmpty()
        || (service instanceof Service.OfChannel s
            && s.channel().covers(expected.channel().get()));
  }

  private boolean isForUser(Service service) {
    if (expected.user().isEmpty()) {
      return true;
    }
    AgoraUser user = expected.user().get();
    if (service instanceof Service.OfChannel s) {
      return s.user().admits(user);
    }
    return service instanceof Service.OfUser s
        && !s.userId().isEmpty()
        && s.userId().equals(user.wire());
  }

  private Optional<Outcome<VerifiedAgoraToken>> privilegeFault(List<Service> services) {
    if (expected.privilege().isPresent()) {
      int id = expected.privilege().getAsInt();
      List<Service> having =
          services.stream().filter(s -> means(s, id) && s.privileges().has(id)).toList();
      if (having.isEmpty()) {
        return Optional.of(
            Outcome.refused(Reason.PRIVILEGE_MISSING, "it does not carry privilege " + id));
      }
      return having.stream().anyMatch(s -> isAlive(s, s.privileges().indexOf(id)))
          ? Optional.empty()
          : Optional.of(privilegeExpired());
    }
    return services.isEmpty() || services.stream().anyMatch(this::letsIn)
        ? Optional.empty()
        : Optional.of(privilegeExpired());
  }

  /** Whether an id has in this service the meaning that {@link Privileges} gives it. */
  private static boolean means(Service service, int id) {
    return id == Privileges.JOIN ? isJoined(service) : service instanceof Service.Rtc;
  }

  private static boolean isJoined(Service service) {
    return service instanceof Service.Rtc
        || service instanceof Service.Rtm
        || service instanceof Service.Rtm2
        || service instanceof Service.Fpa;
  }

  private static Outcome<VerifiedAgoraToken> privilegeExpired() {
    return Outcome.refused(Reason.PRIVILEGE_EXPIRED, "its privilege is over before the token is");
  }

  /**
   * Whether a service still opens its door: by id 1 where that is the way in, by any privilege
   * elsewhere. ConvoAI and STT have none and live as long as the token.
   */
  private boolean letsIn(Service service) {
    Privileges privileges = service.privileges();
    if (isJoined(service) && privileges.has(Privileges.JOIN)) {
      return isAlive(service, privileges.indexOf(Privileges.JOIN));
    }
    if (privileges.isEmpty()) {
      return true;
    }
    for (int i = 0; i < privileges.size(); i++) {
      if (isAlive(service, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAlive(Service service, int index) {
    return alive(TokenLife.privilegeEnd(token, service.privileges().seconds(index)));
  }

  private boolean alive(long end) {
    return expected.now().getEpochSecond() < end;
  }

  /** A service that could not be read may name a channel and a user, so both count then. */
  private List<Check> unchecked() {
    List<Check> unchecked = new ArrayList<>(2);
    boolean hasChannel = !token.complete()
        || token.services().stream().anyMatch(Service.OfChannel.class::isInstance);
    boolean hasUser = hasChannel
        || token.services().stream()
            .anyMatch(s -> s instanceof Service.OfUser u && !u.userId().isEmpty());
    if (hasChannel && expected.channel().isEmpty()) {
      unchecked.add(Check.CHANNEL);
    }
    if (hasUser && expected.user().isEmpty()) {
      unchecked.add(Check.USER);
    }
    return List.copyOf(unchecked);
  }
}
