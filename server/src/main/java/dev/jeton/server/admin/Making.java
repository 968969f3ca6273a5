package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes new things and new versions of their secrets, given or random. */
final class Making {
  private final Ids ids;
  private final RandomGenerator random;

  Making(RandomGenerator random) {
    this.ids = new Ids(random);
    this.random = random;
  }

  /**
   * What was made or changed, and the secret that was made for it.
   *
   * @param secret to be shown this one time; empty where it was given, or there is none
   * @param keyId the version that this is about
   */
  record Made<S>(Stored<S> one, Optional<Secret> secret, Optional<String> keyId) {
    /** The same whose version signs from now on. */
    Made<S> activated(Instant now, @Nullable Duration overlap) {
      KeyVersions keys = one.versions().activate(keyId.orElseThrow(), now, overlap);
      return new Made<>(one.with(keys, one.secrets()), secret, keyId);
    }
  }

  /** A secret, and whether it was given or made. */
  record Chosen(Secret secret, boolean made) {
    Optional<Secret> shown() {
      return made ? Optional.of(secret) : Optional.empty();
    }
  }

  <S> Made<S> create(Act act, Kind<S> kind, Fields body) {
    S spec = kind.linked(kind.read(completed(kind, withoutSecret(kind, body))), act.view());
    Optional<SecretRules<S>> rules = kind.secrets().filter(one -> one.appliesTo(spec));
    if (rules.isEmpty()) {
      kind.secrets().ifPresent(one -> refuseSecret(one, body));
      Stored<S> one = act.create(kind, ids.next(), spec, KeyVersions.NONE, Map.of());
      return new Made<>(one, Optional.empty(), Optional.empty());
    }
    Chosen chosen = chosen(rules.get(), spec, body);
    KeyVersion first =
        version(act, rules.get(), spec, chosen.secret()).enabled(rules.get().firstIsEnabled(spec));
    Stored<S> one = act.create(
        kind,
        ids.next(),
        spec,
        KeyVersions.startingWith(first),
        Map.of(first.id(), chosen.secret()));
    return new Made<>(one, chosen.shown(), Optional.of(first.id()));
  }

  /** The same with one more version, which does not sign yet; it is not kept yet. */
  <S> Made<S> prepare(Act act, SecretRules<S> rules, Stored<S> one, Fields body) {
    if (!rules.appliesTo(one.spec())) {
      throw noSecret(rules);
    }
    Chosen chosen = chosen(rules, one.spec(), body);
    refuseKnown(rules, one, chosen.secret());
    KeyVersion next = version(act, rules, one.spec(), chosen.secret());
    Map<String, Secret> secrets = new HashMap<>(one.secrets());
    secrets.put(next.id(), chosen.secret());
    Stored<S> prepared = one.with(one.versions().prepare(next, act.now()), secrets);
    return new Made<>(prepared, chosen.shown(), Optional.of(next.id()));
  }

  <S> Fields completed(Kind<S> kind, Fields spec) {
    return kind.completed(spec, random);
  }

  static <S> Fields withoutSecret(Kind<S> kind, Fields body) {
    return kind.secrets().map(rules -> body.without(rules.member())).orElse(body);
  }

  private <S> Chosen chosen(SecretRules<S> rules, S spec, Fields body) {
    String given = body.textOrNull(rules.member());
    if (given == null) {
      return new Chosen(rules.make(spec, random), true);
    }
    if (given.isEmpty()) {
      throw Refused.badRequest(
          "empty-secret",
          rules.member() + " is empty; give the " + rules.noun() + ", or leave it out to have one"
              + " made");
    }
    Secret secret = Secret.ofText(given);
    rules.check(spec, secret);
    return new Chosen(secret, false);
  }

  private static <S> void refuseSecret(SecretRules<S> rules, Fields body) {
    if (body.has(rules.member())) {
      throw noSecret(rules);
    }
  }

  private static Refused noSecret(SecretRules<?> rules) {
    return Refused.badRequest(
        "no-secret",
        "as it is described, it has no " + rules.noun() + " here; leave " + rules.member()
            + " out, or describe it differently");
  }

  private static <S> void refuseKnown(SecretRules<S> rules, Stored<S> one, Secret secret) {
    if (one.secrets().containsValue(secret)) {
      throw Refused.badRequest(
          "same-secret", "this " + rules.noun() + " is there already; give another");
    }
  }

  private <S> KeyVersion version(Act act, SecretRules<S> rules, S spec, Secret secret) {
    return KeyVersion.prepared(ids.next(), act.now())
        .labelled(rules.label(spec, secret).orElse(null));
  }
}
