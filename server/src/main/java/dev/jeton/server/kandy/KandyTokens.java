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

  /** The realm that is named, or the default one, if the caller may know of it. */
  public KandyRealm realm(Call call, @Nullable String name) {
    return (name == null ? realms.standard() : realms.named(name))
        .filter(one -> policies.reaches(call, PLATFORM, one.name()))
        .orElseThrow(() -> absent(
            call,
            name == null
                ? Refused.badRequest(
                    "realm-needed", "none of the realms here is the default; name one")
                : notFound("unknown-realm", "there is no Kandy realm of that name here")));
  }

  /** Whoever can do something about it is told where nothing is here at all. */
  private Refused absent(Call call, Refused usual) {
    return realms.all().isEmpty() && !policies.decideAbout(call)
        ? notFound("no-realm", NOTHING_HERE)
        : usual;
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

  /** The call that the operator wrote down under this name, if the caller may know of its realm. */
  public Preset preset(Call call, String identifier) {
    return realms
        .preset(identifier)
        .filter(one -> policies.reaches(call, PLATFORM, one.realm().name()))
        .orElseThrow(() -> absent(
            call,
            notFound(
                "unknown-identifier",
                "no call is set up under that name here; a realm's presets name them")));
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
    Parties parties = Admission.resolved(realm, wish);
    policies.require(call, () -> KandyPolicies.asked(realm, parties));
    Admission.check(realm, parties);
    Admission.checkAccount(realm, parties);
    // As policies have it: whoever calls may write any other name into from.
    call.countFor(parties.account().text());
    Convention convention = wish.convention().orElse(realm.spec().convention());
    checkCallee(realm, parties, client.orElseGet(call::client), moment.now());
    return issued(call, realm, convention, parties, moment);
  }

  /** Issues the tokens of a call that the operator wrote down. */
  public Issued issue(Call call, Preset preset) {
    KandyRealm realm = preset.realm();
    Parties parties = Admission.resolved(realm, preset.wish());
    policies.require(call, () -> KandyPolicies.asked(realm, parties));
    Admission.check(realm, parties);
    call.countFor(parties.account().text());
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
      register(call, realm, parties, triple, now);
    }
    return new Issued(call, realm, convention, parties, triple);
  }

  /** Before anybody gets it, or a node that has not heard of it would refuse it. */
  private void register(
      Call call, KandyRealm realm, Parties parties, IssuedTriple triple, Instant now) {
    Instant end = triple.expiresAt(realm.spec().window().duration());
    if (!register.takesOne(call.asker(), end, now)) {
      throw Admission.refused(
          realm,
          parties,
          new Problem(503, "sets-full", "too many sets are registered already; try again later"));
    }
    if (!register.storeAnswers()) {
      throw unavailable(realm, parties);
    }
    try {
      register.register(triple, end);
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
