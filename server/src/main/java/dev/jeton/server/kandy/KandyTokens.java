package dev.jeton.server.kandy;

import dev.jeton.server.access.Problem;
import dev.jeton.server.api.MintMoment;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee.Ring;
import dev.jeton.server.policies.Policies;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.IssuedTriple;
import dev.jeton.tokens.kandy.Parties;
import dev.jeton.tokens.kandy.SecurityKey;
import dev.jeton.tokens.kandy.TripleIssuer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Issues the tokens of calls: finds the realm, asks its lists, mints. */
public final class KandyTokens {
  /** The event in the audit. */
  public static final String EVENT = "kandy-mint";

  public static final String PLATFORM = "kandy";

  private static final String NOTHING_HERE =
      "no Kandy realm is configured here; create one with jeton kandy realm create, or set"
          + " KANDY_REALM, KANDY_SECURITY_KEY (or KANDY_SECURITY_KEY_FILE), KANDY_CIPHER and"
          + " KANDY_TO";

  private final KandyRealms realms;
  private final Callees callees;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Policies policies;
  private final SetRegister register;

  KandyTokens(
      KandyRealms realms,
      Callees callees,
      InstantSource clock,
      RandomGenerator random,
      Policies policies,
      SetRegister register) {
    this.realms = realms;
    this.callees = callees;
    this.clock = clock;
    this.random = random;
    this.policies = policies;
    this.register = register;
  }

  /** Whether issuing may wait for the store, because a realm registers its sets there. */
  public boolean mayWait() {
    return realms.anyRegisters();
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
        : unknownRealm();
  }

  /** The same, if the caller may know of it. */
  public KandyRealm realm(Call call, @Nullable String name) {
    KandyRealm realm = realm(name);
    if (name != null && !policies.reaches(call, PLATFORM, realm.name())) {
      throw unknownRealm();
    }
    return realm;
  }

  private static Refused unknownRealm() {
    return notFound("unknown-realm", "there is no Kandy realm of that name here");
  }

  /** The callee that a realm's callers get who name none. */
  public Identity usualCallee(KandyRealm realm) {
    if (realm.spec().to().isEmpty()) {
      throw notFound(
          "no-callee", "nobody may be called in this realm; list its callees in to (KANDY_TO)");
    }
    return realm
        .spec()
        .to()
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
          realms.hasPresets()
              ? "no call is set up under that name here"
              : "no calls are set up by name here; write them into a realm's presets");
    });
  }

  /** Issues the tokens of a call that somebody asks for. */
  public Issued issue(Call call, KandyRealm realm, CallWish wish) {
    return issue(call, realm, wish, Optional.empty(), MintMoment.once(clock.instant(), random));
  }

  /**
   * The same in a moment that may come again.
   *
   * @param client the address of the machine that will call; empty where it is the one that asks
   */
  public Issued issue(
      Call call, KandyRealm realm, CallWish wish, Optional<String> client, MintMoment moment) {
    Parties parties = Admission.parties(realm, wish);
    policies.require(call, () -> KandyPolicies.asked(realm, parties));
    Admission.checkAccount(realm, parties);
    // The realm's usual caller stands for everybody who has no name.
    wish.from().ifPresent(from -> call.countFor(from.text()));
    Convention convention = wish.convention().orElse(realm.spec().convention());
    checkCallee(realm, parties, client.orElseGet(call::client), moment.now());
    return issued(call, realm, convention, parties, moment);
  }

  /** Issues the tokens of a call that the operator wrote down. */
  public Issued issue(Call call, Preset preset) {
    KandyRealm realm = preset.realm();
    Parties parties = Admission.parties(realm, preset.wish());
    policies.require(call, () -> KandyPolicies.asked(realm, parties));
    MintMoment moment = MintMoment.once(clock.instant(), random);
    checkCallee(realm, parties, call.client(), moment.now());
    return issued(call, realm, realm.spec().convention(), parties, moment);
  }

  private Issued issued(
      Call call, KandyRealm realm, Convention convention, Parties parties, MintMoment moment) {
    Instant now = moment.now();
    SecurityKey key =
        realm.signing(now).orElseThrow(() -> Admission.refused(realm, parties, realm.noKey(now)));
    IssuedTriple triple =
        new TripleIssuer(key, moment.random(), realm.spec().ivUse()).issue(parties, now);
    if (realm.spec().tracking().issuedOnly() && !moment.again()) {
      register(realm, parties, triple);
    }
    return new Issued(call, realm, convention, parties, triple);
  }

  /** Before anybody gets it, or a node that has not heard of it would refuse it. */
  private void register(KandyRealm realm, Parties parties, IssuedTriple triple) {
    if (!register.hasRoom()) {
      throw Admission.refused(
          realm,
          parties,
          new Problem(503, "sets-full", "too many sets are registered already; try again later"));
    }
    if (!register.storeAnswers()) {
      throw unavailable(realm, parties);
    }
    try {
      register.register(triple, triple.expiresAt(realm.spec().window().duration()));
    } catch (StoreUnavailable e) {
      throw unavailable(realm, parties);
    }
  }

  private static Refused unavailable(KandyRealm realm, Parties parties) {
    return Admission.refused(
        realm,
        parties,
        new Problem(
            503,
            "store-unavailable",
            "the database does not answer, and this realm issues no set that is not registered"
                + " there; try again"));
  }

  private void checkCallee(KandyRealm realm, Parties parties, String client, Instant now) {
    Ring ring = new Ring(
        parties.to().text(),
        Optional.of(parties.from().text()),
        Optional.of(realm.name()),
        Optional.of(client),
        now);
    if (callees.answer(ring) instanceof Outcome.Refused<List<String>> refused) {
      throw Admission.refused(realm, parties, refused.reason(), refused.detail());
    }
  }

  private static Refused notFound(String code, String detail) {
    return new Refused(new Problem(404, code, detail));
  }
}
