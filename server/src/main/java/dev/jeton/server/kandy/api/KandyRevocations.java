package dev.jeton.server.kandy.api;

import dev.jeton.server.http.Refused;
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
import dev.jeton.tokens.kandy.Address;
import dev.jeton.tokens.kandy.RawKandyToken;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import dev.jeton.tokens.kandy.VerifiedTriple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Kandy's tokens for whoever revokes them; a user is an account. */
@Singleton
final class KandyRevocations implements Revocable {
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
    return realms.named(name).map(realm -> new Owner(realm.id(), realm.name()));
  }

  /** What it says is encrypted, so it may be of any realm. */
  @Override
  public GivenToken read(String token) {
    if (RawKandyToken.parse(token) instanceof Outcome.Accepted<RawKandyToken> raw) {
      return new GivenToken(
          TokenIds.of(List.of(raw.value().canonicalText(), token)),
          Optional.empty(),
          Optional.empty());
    }
    throw Refused.badRequest(
        "wrong-token", "token is none of a Kandy realm; give one of the three");
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
