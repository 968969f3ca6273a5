package dev.jeton.server.agora.api;

import dev.jeton.server.agora.AgoraProject;
import dev.jeton.server.agora.AgoraProjects;
import dev.jeton.server.agora.AgoraTokens;
import dev.jeton.server.agora.Issued;
import dev.jeton.server.agora.Wanted;
import dev.jeton.server.http.Refused;
import dev.jeton.server.revocations.GivenToken;
import dev.jeton.server.revocations.Owner;
import dev.jeton.server.revocations.Revocable;
import dev.jeton.server.revocations.TokenFacts;
import dev.jeton.server.revocations.TokenIds;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.Service;
import dev.jeton.tokens.agora.VerifiedAccessToken;
import dev.jeton.tokens.agora.VerifiedAccessToken2;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Agora's tokens for whoever revokes them. */
@Singleton
final class AgoraRevocations implements Revocable {
  /** With what a genuine token is refused, once its signature was found good. */
  private static final Set<Reason> AFTER_THE_SIGNATURE = Set.of(
      Reason.NOT_YET_VALID, Reason.EXPIRED, Reason.PRIVILEGE_EXPIRED, Reason.PRIVILEGE_MISSING);

  private final AgoraProjects projects;

  AgoraRevocations(AgoraProjects projects) {
    this.projects = projects;
  }

  /**
   * What of a token may have been revoked.
   *
   * @param joining who presents it, where that is known: a token for anybody is in his hands then
   */
  static TokenFacts facts(String text, VerifiedAgoraToken token, Optional<AgoraUser> joining) {
    List<String> users = new ArrayList<>();
    joining.map(AgoraUser::wire).ifPresent(users::add);
    Optional<Instant> issuedAt = Optional.empty();
    if (token instanceof VerifiedAccessToken2 v007) {
      v007.services().forEach(service -> user(service).ifPresent(users::add));
      issuedAt = Optional.of(v007.issuedAt());
    } else if (token instanceof VerifiedAccessToken v006) {
      users.add(v006.isRtm() ? v006.channel().name() : v006.user().wire());
    }
    return new TokenFacts(token.appId().text(), () -> ids(text), users, issuedAt);
  }

  /** The same of one that was just made, by its own project. */
  static TokenFacts facts(Issued issued) {
    return new TokenFacts(
        issued.project().appId().text(),
        () -> ids(issued.token()),
        issued.services().stream().flatMap(one -> user(one).stream()).toList(),
        issued.token().startsWith(AccessToken.VERSION)
            ? Optional.empty()
            : Optional.of(issued.issuedAt()));
  }

  private static Optional<String> user(Service service) {
    if (service instanceof Service.OfChannel one) {
      return Optional.of(one.user().wire());
    }
    return service instanceof Service.OfUser one ? Optional.of(one.userId()) : Optional.empty();
  }

  /** One content of a 007 token can be compressed in many ways. */
  private static List<String> ids(String text) {
    return RawAccessToken2.parse(text) instanceof Outcome.Accepted<RawAccessToken2> token
        ? TokenIds.of(List.of(token.value().canonicalText(), text))
        : TokenIds.of(List.of(text));
  }

  @Override
  public String platform() {
    return AgoraTokens.PLATFORM;
  }

  @Override
  public String ownerWord() {
    return "project";
  }

  @Override
  public Optional<Owner> owner(String name) {
    return projects.find(name).map(AgoraRevocations::owner);
  }

  private static Owner owner(AgoraProject project) {
    return new Owner(project.appId().text(), project.name());
  }

  @Override
  public GivenToken read(String token, Optional<Owner> named, Instant now) {
    return token.startsWith(AccessToken.VERSION)
        ? given(
            token,
            RawAccessToken.parse(token)
                .then(raw -> Outcome.accepted(new Claimed(raw.appId(), raw.expiresAt()))),
            now)
        : given(
            token,
            RawAccessToken2.parse(token)
                .then(raw -> Outcome.accepted(new Claimed(raw.appId(), raw.expiresAt()))),
            now);
  }

  private record Claimed(AppId appId, Instant endsAt) {}

  private GivenToken given(String token, Outcome<Claimed> read, Instant now) {
    if (read instanceof Outcome.Accepted<Claimed> claimed) {
      AgoraProject project = projects
          .of(claimed.value().appId())
          .orElseThrow(() -> Refused.badRequest(
              "unknown-project", "the token is of no project here, and so refused anyway"));
      return new GivenToken(
          isProven(project.verify(token, Expected.at(now))),
          ids(token),
          Optional.of(owner(project)),
          Optional.of(claimed.value().endsAt()));
    }
    throw Refused.badRequest("wrong-token", "token is none of Agora's, 007 or 006");
  }

  /** Of a 006 token nobody can tell without its channel and its user. */
  private static boolean isProven(Outcome<AgoraProject.Verified> outcome) {
    return !(outcome instanceof Outcome.Refused<AgoraProject.Verified> refused)
        || AFTER_THE_SIGNATURE.contains(refused.reason());
  }

  @Override
  public String user(String given) {
    AgoraUser user = Wanted.account(given);
    if (user.isWildcard()) {
      throw Refused.badRequest("wrong-user", "user must be one uid or account");
    }
    return user.wire();
  }

  /** The longest that Agora honours. Of a 006 token that others made nobody knows. */
  @Override
  public Optional<Duration> longest(Optional<Owner> owner) {
    return Optional.of(AccessToken2.MAX_LIFETIME);
  }

  @Override
  public List<String> aboutWatermarks() {
    return List.of(
        "a 006 token does not say when it was issued, so until endsAt this refuses every 006 token,"
            + " also one that is minted from now on; one that was made elsewhere to live longer"
            + " than a day counts again after that, unless it is revoked by itself");
  }

  @Override
  public String notKnownTo() {
    return "Agora itself does not know of it and lets in whoever has such a token, until that ends;"
        + " kick the user out with Agora's banning rules (POST /api/v1/agora/projects/{ref}/kick),"
        + " or replace the project's App Certificate";
  }
}
