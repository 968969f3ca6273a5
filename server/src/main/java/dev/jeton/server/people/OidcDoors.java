package dev.jeton.server.people;

import dev.jeton.server.access.Need;
import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.DoorRegistry;
import dev.jeton.server.http.Doors;
import dev.jeton.server.http.ErrorShape;
import dev.jeton.server.http.Refused;
import dev.jeton.server.http.WebPage;
import dev.jeton.server.oidc.IdTokens.Judged;
import dev.jeton.server.oidc.OidcSettings;
import dev.jeton.server.oidc.SignIns;
import dev.jeton.server.oidc.Unanswered;
import dev.jeton.server.store.Consumed;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.StoreUnavailable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** {@code /sign-in/oidc}: signing in at an identity provider of the operator's. */
@Singleton
class OidcDoors implements Doors {
  static final String PATH = "/sign-in/oidc";
  static final String CALLBACK = PATH + "/callback";

  private static final String EVENT = "sign-in";
  private static final String USED = "oidc-sign-in";
  private static final int LONGEST = 4_096;

  /** Each waits for the provider on a worker, which others need too. */
  private static final int MOST_AT_ONCE = 4;

  /** Another node's clock may be behind. */
  private static final Duration MARGIN = Duration.ofHours(1);

  private static final ErrorShape PAGE = (problem, requestId) -> WebPage.of(
      problem.status(),
      OidcDoors.class,
      "sign-in-failed.html",
      Map.of("detail", WebPage.text(problem.detail()), "request", WebPage.text(requestId)));

  private final SignIns elsewhere;
  private final KnownElsewhere people;
  private final PeopleSettings settings;
  private final Consumed consumed;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  OidcDoors(
      SignIns elsewhere,
      KnownElsewhere people,
      Logins logins,
      Database database,
      InstantSource clock,
      RandomGenerator random) {
    this.elsewhere = elsewhere;
    this.people = people;
    this.settings = logins.settings();
    this.consumed = new Consumed(database);
    this.clock = clock;
    this.random = random;
  }

  @Override
  public void open(DoorRegistry doors) {
    doors.open(
        Door.get(PATH, Need.OPEN, this::begin).audited(EVENT, null).errors(PAGE).offTheLoop());
    doors.open(back(CALLBACK, call -> finish(call, OidcSettings.PLAIN)));
    doors.open(back(CALLBACK + "/{provider}", call -> finish(call, call.path("provider"))));
  }

  private static Door back(String path, Function<Call, Answer> finish) {
    return Door.get(path, Need.OPEN, finish)
        .audited(EVENT, null)
        .errors(PAGE)
        .offTheLoop()
        .costly();
  }

  /** Where a provider sends browsers back to: each to a place of its own, so that none is mixed up. */
  static String callback(String provider) {
    return provider.equals(OidcSettings.PLAIN) ? CALLBACK : CALLBACK + "/" + provider;
  }

  private Answer begin(Call call) {
    call.onlyQuery("provider", "again");
    OwnPages.require(call);
    SignIns.Offered provider = offered(call.query("provider"))
        .orElseThrow(() -> new Refused(
            new Problem(404, "not-found", "nobody signs in by such an identity provider here")));
    PendingSignIn pending = PendingSignIn.make(provider.name(), call.presented(), clock, random);
    try {
      URI there = inTurn(() -> elsewhere.begin(
          provider.name(),
          pending.attempt(call.arrival()),
          pending.challenge(),
          "true".equals(call.query("again"))));
      return Answer.empty(303)
          .with("Location", there.toString())
          .with("Set-Cookie", pending.cookie(call.arrival()));
    } catch (Unanswered e) {
      throw new Refused(
          new Problem(
              503,
              "provider-unavailable",
              "the identity provider does not answer; try again, and if it goes on tell your operator"));
    }
  }

  private Optional<SignIns.Offered> offered(@Nullable String name) {
    List<SignIns.Offered> all = elsewhere.offered();
    return name == null && all.size() == 1
        ? Optional.of(all.get(0))
        : all.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  private Answer finish(Call call, String from) {
    OwnPages.requireUnheard(call);
    String state = call.query("state");
    String code = call.query("code");
    if (state == null || (code == null && call.query("error") == null)) {
      throw Refused.badRequest(
          "no-callback",
          "this is where an identity provider sends browsers back to; sign in at" + " /sign-in");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    PendingSignIn pending =
        PendingSignIn.in(call.presented()).orElseThrow(() -> failed("OIDC_STATE_MISSING"));
    if (!OneTimeText.same(pending.state(), state) || !pending.provider().equals(from)) {
      throw failed("OIDC_STATE_WRONG");
    }
    if (!pending.isLive(now) || offered(pending.provider()).isEmpty()) {
      throw failed("OIDC_STATE_ENDED");
    }
    if (code == null || code.length() > LONGEST) {
      throw failed("OIDC_REFUSED_THERE");
    }
    Judged judged = judged(call, pending, code, now);
    if (judged instanceof Judged.Wrong wrong) {
      throw failed(wrong.code());
    }
    useUp(pending);
    return signedIn(call, (Judged.Good) judged, pending, now);
  }

  private Judged judged(Call call, PendingSignIn pending, String code, Instant now) {
    try {
      return inTurn(() -> elsewhere.finish(
          pending.provider(),
          pending.attempt(call.arrival()),
          code,
          Optional.ofNullable(call.query("iss")),
          now));
    } catch (Unanswered e) {
      throw failed("OIDC_PROVIDER_FAILED", Map.of("why", e.line()), People.NONE);
    }
  }

  /** Each answer signs somebody in once, however often it is sent. */
  private void useUp(PendingSignIn pending) {
    try {
      List<String> marks = List.of(pending.state());
      if (!consumed.consume(USED, marks, pending.endsAt().plus(MARGIN)).isEmpty()) {
        throw failed("OIDC_STATE_USED");
      }
    } catch (StoreUnavailable e) {
      throw new Refused(new Problem(
          503,
          "store-unavailable",
          "the database does not answer, so nobody can sign in; try again"));
    }
  }

  private Answer signedIn(Call call, Judged.Good good, PendingSignIn pending, Instant now) {
    PersonSpec.Subject subject =
        new PersonSpec.Subject(good.who().provider().issuer(), good.subject());
    NewSession begun = NewSession.make(
        now,
        good.proven().map(at -> at.truncatedTo(ChronoUnit.SECONDS)).orElse(Instant.EPOCH),
        pending.formers(),
        random);
    Optional<Stored<PersonSpec>> person = people.find(subject);
    if (person.isPresent()) {
      if (!person.get().spec().enabled()) {
        throw failed("PERSON_DISABLED", Map.of(), KnownElsewhere.about(person.get()));
      }
      people.signIn(call, person.get(), begun);
    } else {
      if (!people.mayCome() || !good.who().provider().welcomes()) {
        throw failed(
            "PERSON_UNKNOWN",
            Map.of("issuer", subject.issuer()),
            People.NONE.and("subject", subject.id()));
      }
      people.welcome(call, good.who(), subject, begun);
    }
    return Answer.empty(303)
        .with("Location", "/sign-in")
        .with("Set-Cookie", begun.cookie(call.arrival(), settings))
        .with("Set-Cookie", PendingSignIn.cleared(call.arrival()));
  }

  private static Refused failed(String exactCode) {
    return failed(exactCode, Map.of(), People.NONE);
  }

  /** The same whatever was wrong. */
  private static Refused failed(String exactCode, Map<String, String> details, People people) {
    return new Refused(new Problem(
            401,
            "sign-in-failed",
            "signing in did not work; try again, and if it goes on tell your operator"))
        .recordedAs(exactCode, details, people);
  }

  /** What waits for a provider. */
  private interface Waiting<T> {
    T ask() throws Unanswered;
  }

  private <T> T inTurn(Waiting<T> work) throws Unanswered {
    if (!places.tryAcquire()) {
      throw new Refused(new Problem(
          503, "busy", "too many are signing in at this moment; try again in a few seconds"));
    }
    try {
      return work.ask();
    } finally {
      places.release();
    }
  }
}
