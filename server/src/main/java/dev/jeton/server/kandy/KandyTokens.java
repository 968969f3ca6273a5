package dev.jeton.server.kandy;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.TripleIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of calls: finds the realm, asks its lists, mints. */
public final class KandyTokens {
  /** The event in the audit. */
  public static final String EVENT = "kandy-mint";

  public static final String PLATFORM = "kandy";

  private static final String NOTHING_HERE =
      "no Kandy realm is configured here; set KANDY_REALM, KANDY_SECURITY_KEY (or"
          + " KANDY_SECURITY_KEY_FILE), KANDY_CIPHER and KANDY_TO";

  private final KandyRealms realms;
  private final InstantSource clock;
  private final RandomGenerator random;

  KandyTokens(KandyRealms realms, InstantSource clock, RandomGenerator random) {
    this.realms = realms;
    this.clock = clock;
    this.random = random;
  }

  /** The realm that is named, or the default one. */
  public KandyRealm realm(@Nullable String name) {
    Optional<KandyRealm> found = name == null ? realms.standard() : realms.named(name);
    if (found.isPresent()) {
      return found.get();
    }
    if (realms.all().isEmpty()) {
      throw notFound("no-realm", NOTHING_HERE);
    }
    throw name == null
        ? Refused.badRequest(
            "realm-needed", "several realms are configured and none is the default; name one")
        : notFound("unknown-realm", "there is no Kandy realm of that name here");
  }

  /** The callee that a realm's callers get who name none. */
  public Identity usualCallee(KandyRealm realm) {
    if (realm.callees().isEmpty()) {
      throw notFound("no-callee", "nobody may be called in this realm; list callees in KANDY_TO");
    }
    return realm
        .callees()
        .only()
        .orElseThrow(() -> Refused.badRequest(
            "callee-needed", "there is not just one callee here; say whom to call with ?callee="));
  }

  /** The call that the operator wrote down under this name. */
  public Preset preset(String identifier) {
    return realms.preset(identifier).orElseThrow(() -> {
      if (realms.all().isEmpty()) {
        return notFound("no-realm", NOTHING_HERE);
      }
      return notFound(
          "unknown-identifier",
          realms.presets().isEmpty()
              ? "no calls are set up by name here; write them into kandy.presets"
              : "no call is set up under that name here");
    });
  }

  /** Issues the tokens of a call that somebody asks for. */
  public Issued issue(Call call, KandyRealm realm, CallWish wish) {
    return issue(call, realm, wish, clock.instant(), random);
  }

  /** The same with a moment and randomness of the caller's. */
  public Issued issue(
      Call call, KandyRealm realm, CallWish wish, Instant now, RandomGenerator moment) {
    Parties parties = Admission.parties(realm, wish);
    Admission.checkAccount(realm, parties);
    Convention convention = wish.convention().orElse(realm.convention());
    return issued(call, realm, convention, parties, now, moment);
  }

  /** Issues the tokens of a call that the operator wrote down. */
  public Issued issue(Call call, Preset preset) {
    KandyRealm realm = preset.realm();
    return issued(call, realm, realm.convention(), preset.parties(), clock.instant(), random);
  }

  private static Issued issued(
      Call call,
      KandyRealm realm,
      Convention convention,
      Parties parties,
      Instant now,
      RandomGenerator moment) {
    IssuedTriple triple =
        new TripleIssuer(realm.keys().current(), moment, realm.ivUse()).issue(parties, now);
    return new Issued(call, realm, convention, parties, triple);
  }

  private static Refused notFound(String code, String detail) {
    return new Refused(new Problem(404, code, detail));
  }
}
