package dev.jeton.server.kandy;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.NoKey;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.kandy.LiveKeys.Held;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.KandyVerifier;
import dev.jeton.tokens.kandy.RealmKeys;
import dev.jeton.tokens.kandy.RealmKeys.Which;
import dev.jeton.tokens.kandy.Role;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.SetCheck;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A realm as minting and verifying need it.
 *
 * @param id what stays when it is renamed
 * @param callers who may call; the first single name is the usual one
 */
public record KandyRealm(String id, RealmSpec spec, LiveKeys keys, Listed callers) {

  /** The realm that an operator described. */
  static KandyRealm of(RealmSpec spec, LiveKeys keys) {
    return new KandyRealm(spec.name(), spec, keys, callers(spec));
  }

  static KandyRealm of(Stored<RealmSpec> one) {
    RealmSpec spec = one.spec();
    LiveKeys keys = LiveKeys.of(spec.cipher(), one.keys(), one.secrets());
    return new KandyRealm(one.id(), spec, keys, callers(spec));
  }

  /** Those that are listed, and whoever calls when nobody is named. */
  private static Listed callers(RealmSpec spec) {
    Listed listed = spec.from();
    if (spec.convention() == Convention.B) {
      return spec.accounts().first().map(listed::and).orElse(listed);
    }
    if (listed.first().isPresent() || spec.convention() == Convention.D) {
      return listed;
    }
    return listed.and(Convention.ANONYMOUS);
  }

  public String name() {
    return spec.name();
  }

  public KandyCipher cipher() {
    return spec.cipher();
  }

  /** What a set must fulfil. Without a list of callees that rule is left open. */
  public SetRules rules() {
    Optional<AddressPatterns> to =
        spec.to().isEmpty() ? Optional.empty() : Optional.of(spec.to().patterns());
    return new SetRules(
        spec.ivUse() == IvUse.PER_SET,
        Optional.of(spec.binding()),
        to,
        Optional.of(callers.patterns()));
  }

  /** Whether its current key has come to the end that the operator gave it. */
  boolean hasEnded(Instant now) {
    return spec.keyEndsAt().filter(end -> !now.isBefore(end)).isPresent();
  }

  /** Whether what the key made counts, as far as the ends decide that the operator gave the keys. */
  private boolean counts(Held key, Instant made) {
    return key.version().countsIfSigned(made) && !(key.isActive() && hasEnded(made));
  }

  /** What to refuse minting with while no key makes tokens. */
  Problem noKey(Instant now) {
    KeyVersions all = keys.versions();
    KeyVersions ended =
        hasEnded(now) ? all.active().map(key -> all.signingUntil(key.id(), now)).orElse(all) : all;
    return NoKey.toSign(ended, now, "Kandy realm " + name(), "Security Key");
  }

  /** The key to mint with. */
  Optional<SecurityKey> signing(Instant now) {
    return hasEnded(now) ? Optional.empty() : keys.signing(now);
  }

  /** Verifies one token. */
  public Outcome<VerifiedKandyToken> verify(String token, Role role, Instant now) {
    return verified(now, verifier -> verifier.verify(token, role, now))
        .then(one -> inTime(one, one, now));
  }

  /** Verifies the three tokens of a call together, by rules that may say more than the realm's. */
  public Outcome<VerifiedTriple> verify(Triple triple, SetRules rules, Instant now) {
    return verified(now, verifier -> verifier.verify(triple, rules, now))
        .then(set -> inTime(set, set.account(), now))
        .then(set -> inTime(set, set.from(), now))
        .then(set -> inTime(set, set.to(), now))
        .then(set -> spec.domains()
            .objection(set.account().name(), set.to().name())
            .<Outcome<VerifiedTriple>>map(
                detail -> Outcome.refused(Reason.DOMAIN_NOT_SERVED, detail))
            .orElseGet(() -> Outcome.accepted(set)));
  }

  /** Which of the realm's own rules for callees one token leaves open, or why it is refused. */
  public Outcome<List<String>> mayCall(String callee) {
    Optional<String> objection = spec.domains().objection(callee, callee);
    if (objection.isPresent()) {
      return Outcome.refused(Reason.DOMAIN_NOT_SERVED, objection.get());
    }
    if (spec.to().isEmpty()) {
      return Outcome.accepted(List.of(SetCheck.TO.word()));
    }
    return spec.to().patterns().allow(callee)
        ? Outcome.accepted(List.of())
        : Outcome.refused(Reason.TO_NOT_ALLOWED, "the realm does not allow calls to this callee");
  }

  /** What answers call the key that opened a token at that time. */
  public String keyWord(VerifiedKandyToken token, Instant now) {
    return opener(token, now).word();
  }

  /** Whether its tokens can be put together from blocks of others. */
  public boolean isLegacy() {
    return cipher() == KandyCipher.ECB;
  }

  private <T> Outcome<T> verified(Instant now, Function<KandyVerifier, Outcome<T>> check) {
    List<Held> live = keys.verifying(now);
    if (live.isEmpty()) {
      return NoKey.toVerify(keys.versions(), now, "Security Key of the realm");
    }
    SecurityKey first = live.get(0).key();
    RealmKeys both = live.size() == 1
        ? RealmKeys.of(first)
        : RealmKeys.of(first, live.get(1).key(), Instant.MAX);
    return check.apply(new KandyVerifier(both, spec.window()));
  }

  /** Issuers elsewhere may have the key too, and go on with it behind its end. */
  private <T> Outcome<T> inTime(T accepted, VerifiedKandyToken token, Instant now) {
    return counts(opener(token, now), token.issuedAt())
        ? Outcome.accepted(accepted)
        : Outcome.refused(Reason.KEY_ENDED, "it was made after its key had ended");
  }

  private Held opener(VerifiedKandyToken token, Instant now) {
    return keys.verifying(now).get(token.key() == Which.CURRENT ? 0 : 1);
  }
}
