package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

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
    if (!alive(token.expiresAt().getEpochSecond())) {
      return Outcome.refused(Reason.EXPIRED, "its lifetime is over");
    }
    List<Service> ofChannel =
        token.services().stream().filter(this::isInChannel).toList();
    List<Service> ofUser = ofChannel.stream().filter(this::isForUser).toList();
    Optional<Outcome<VerifiedAgoraToken>> dead =
        privilegeFault(ofUser.isEmpty() ? token.services() : bearers(ofUser));
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

  /**
   * Where the privilege may stand. Asked for in certain services, it may stand in one that knows no
   * channel, beside the one that is joined; for another user it counts nowhere.
   */
  private List<Service> bearers(List<Service> ofUser) {
    return expected.services().isEmpty()
        ? ofUser
        : token.services().stream()
            .filter(s -> !(s instanceof Service.OfChannel) || isInChannel(s))
            .filter(this::isForUser)
            .toList();
  }

  private Optional<Outcome<VerifiedAgoraToken>> privilegeFault(List<Service> services) {
    long[] ends = services.stream().flatMapToLong(this::ends).toArray();
    if (ends.length > 0) {
      return LongStream.of(ends).anyMatch(this::alive)
          ? Optional.empty()
          : Optional.of(Outcome.refused(
              Reason.PRIVILEGE_EXPIRED, "its privilege is over before the token is"));
    }
    boolean unreadOnly = services.isEmpty() && !token.complete();
    return unreadOnly && expected.privilege().isEmpty()
        ? Optional.empty()
        : Optional.of(Outcome.refused(Reason.PRIVILEGE_MISSING, missing()));
  }

  private String missing() {
    if (expected.privilege().isEmpty()) {
      return "it carries no right to join, log in or do anything else";
    }
    int id = expected.privilege().getAsInt();
    return "it does not carry privilege "
        + expected.services().stream()
            .min(Comparator.naturalOrder())
            .map(type -> Names.privilege(type, id))
            .orElseGet(() -> Integer.toString(id));
  }

  /** When what is asked for ends in a service: none where the service does not carry it. */
  private LongStream ends(Service service) {
    if (expected.privilege().isPresent()) {
      int id = expected.privilege().getAsInt();
      return means(service, id) ? end(service, id) : LongStream.empty();
    }
    if (isJoined(service)) {
      return end(service, Privileges.JOIN);
    }
    // Agora defines no privileges for these two, so they live as long as the token.
    if (service instanceof Service.ConvoAi || service instanceof Service.Stt) {
      return LongStream.of(token.expiresAt().getEpochSecond());
    }
    return service.privileges().asMap().values().stream()
        .mapToLong(seconds -> token.privilegeEnd(seconds).getEpochSecond());
  }

  private boolean means(Service service, int id) {
    if (!expected.services().isEmpty()) {
      return expected.services().contains(service.type());
    }
    return id == Privileges.JOIN ? isJoined(service) : service instanceof Service.Rtc;
  }

  private LongStream end(Service service, int id) {
    int index = service.privileges().indexOf(id);
    return index < 0
        ? LongStream.empty()
        : LongStream.of(token.privilegeEnd(service.privileges().seconds(index)).getEpochSecond());
  }

  private static boolean isJoined(Service service) {
    return service instanceof Service.Rtc
        || service instanceof Service.Rtm
        || service instanceof Service.Rtm2
        || service instanceof Service.Fpa;
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
