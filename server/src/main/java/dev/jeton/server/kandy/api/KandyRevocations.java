package dev.jeton.server.kandy.api;

import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Issued;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.KandyRealms;
import dev.jeton.server.kandy.KandyTokens;
import dev.jeton.server.kandy.Named;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.server.revocations.GivenToken;
import dev.jeton.server.revocations.Owner;
import dev.jeton.server.revocations.Revocable;
import dev.jeton.server.revocations.TokenFacts;
import dev.jeton.server.revocations.TokenIds;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.Address;
import dev.jeton.tokens.kandy.RawKandyToken;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import dev.jeton.tokens.kandy.VerifiedTriple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kandy's tokens for whoever revokes them; a user is an account. */
@Singleton
final class KandyRevocations implements Revocable {
  /** With what a token is refused, once a key of the realm has opened it. */
  private static final Set<Reason> AFTER_OPENING =
      Set.of(Reason.WRONG_ROLE, Reason.NOT_YET_VALID, Reason.EXPIRED, Reason.KEY_ENDED);

  private final KandyRealms realms;

  KandyRevocations(KandyRealms realms) {
    this.realms = realms;
  }

  /** What of one token may have been revoked; only that of an account says whose it is. */
  static TokenFacts facts(KandyRealm realm, String text, VerifiedKandyToken token) {
    return new TokenFacts(
        realm.id(),
        () -> TokenIds.of(List.of(token.canonicalText(), text)),
        token.role() == Role.ACCOUNT ? List.of(spelled(token.name())) : List.of(),
        Optional.of(token.issuedAt()));
  }

  /** What of a set may have been revoked: any of the three. */
  static TokenFacts facts(KandyRealm realm, Triple texts, VerifiedTriple set) {
    Triple one = set.canonical();
    return new TokenFacts(
        realm.id(),
        () -> TokenIds.of(List.of(
            one.accountToken(),
            one.fromToken(),
            one.toToken(),
            texts.accountToken(),
            texts.fromToken(),
            texts.toToken())),
        List.of(spelled(set.account().name())),
        Optional.of(set.issuedAt()));
  }

  /** The same of one that was just made. */
  static TokenFacts facts(Issued issued) {
    Triple one = issued.tokens();
    return new TokenFacts(
        issued.realm().id(),
        () -> TokenIds.of(List.of(one.accountToken(), one.fromToken(), one.toToken())),
        List.of(spelled(issued.parties().account().text())),
        Optional.of(issued.issuedAt()));
  }

  /** In domains letter case makes no difference. */
  private static String spelled(String name) {
    Address address = Address.of(name);
    return address.user() + address.domain();
  }

  @Override
  public String platform() {
    return KandyTokens.PLATFORM;
  }

  @Override
  public String ownerWord() {
    return "realm";
  }

  @Override
  public Optional<Owner> owner(String name) {
    return realms.named(name).map(KandyRevocations::owner);
  }

  private static Owner owner(KandyRealm realm) {
    return new Owner(realm.id(), realm.name());
  }

  /** What it says is encrypted, so it is of the realm whose key opens it. */
  @Override
  public GivenToken read(String token, Optional<Owner> named, Instant now) {
    if (RawKandyToken.parse(token) instanceof Outcome.Accepted<RawKandyToken> raw) {
      Optional<Owner> owner = realms.all().stream()
          .filter(realm -> named.isEmpty() || named.get().id().equals(realm.id()))
          .filter(realm -> isOpened(realm.verify(token, Role.ACCOUNT, now)))
          .map(KandyRevocations::owner)
          .findFirst();
      return new GivenToken(
          owner.isPresent(),
          TokenIds.of(List.of(raw.value().canonicalText(), token)),
          owner,
          Optional.empty());
    }
    throw Refused.badRequest(
        "wrong-token", "token is none of a Kandy realm; give one of the three");
  }

  private static boolean isOpened(Outcome<VerifiedKandyToken> outcome) {
    return !(outcome instanceof Outcome.Refused<VerifiedKandyToken> refused)
        || AFTER_OPENING.contains(refused.reason());
  }

  @Override
  public String user(String given) {
    return spelled(Named.required("user", given).text());
  }

  /** The longest that a realm can be given, so that no change of a realm brings one back. */
  @Override
  public Optional<Duration> longest(Optional<Owner> owner) {
    return Optional.of(Duration.ofSeconds(RealmSpec.LONGEST_SECONDS));
  }

  @Override
  public Optional<Duration> longestUnseen() {
    return longest(Optional.empty());
  }

  @Override
  public List<String> aboutWatermarks() {
    return List.of("a from or to token by itself does not say whose account it goes with; with its"
        + " set, or under a watermark of the realm, it is refused");
  }

  @Override
  public String notKnownTo() {
    return "The platform, which decrypts tokens by itself, does not know of it and takes them until"
        + " the realm's duration is over, unless it has Jeton redeem them; replace the realm's"
        + " Security Key";
  }
}
