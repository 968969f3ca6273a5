package dev.jeton.server.people;

import dev.jeton.server.access.AccessSettings;
import dev.jeton.server.access.Need;
import dev.jeton.server.admin.KindFrame;
import dev.jeton.server.alerts.Mailers;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.oidc.SignIns;
import dev.jeton.server.oidc.TestTokens;
import dev.jeton.server.people.PeopleSettings.Lockout;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Snapshot;
import dev.jeton.server.store.Store;
import dev.jeton.server.vault.Vault;
import dev.jeton.server.vault.VaultSettings;
import dev.jeton.server.vault.VaultUnusable;
import dev.jeton.tokens.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The doors of people on a real database, with a clock to be moved. */
final class PeopleServer implements AutoCloseable {
  static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
  static final String PASSWORD = "four random words here";

  final RecordingAudit audit = new RecordingAudit();
  final Snapshot snapshot;
  final LoginUpkeep upkeep;
  final FirstLink first;
  final Logins logins;
  final AtomicInteger comparisons = new AtomicInteger();
  Instant now = START;

  private final Database database;
  private final TestServer server;

  PeopleServer(Database database) {
    this(database, TestServer.USUAL);
  }

  PeopleServer(Database database, AccessSettings access) {
    this(database, access, TestTokens.signIns());
  }

  /** With identity providers at which people sign in. */
  PeopleServer(Database database, AccessSettings access, SignIns elsewhere) {
    this.database = database;
    InstantSource clock = () -> now;
    RandomGenerator random = new Random(System.identityHashCode(this));
    Store store = new Store(database);
    snapshot = Snapshot.load(store, clock);
    Vault vault = vault(clock);
    PeopleSettings settings = new PeopleSettings(
        Duration.ofMinutes(30),
        Duration.ofHours(12),
        Optional.of(new Lockout(10, Duration.ofMinutes(15))),
        Optional.empty());
    Persons persons = new Persons();
    logins = new Logins(settings, snapshot, vault);
    PersonKind kind = new PersonKind(persons, logins, elsewhere);
    KindFrame frame = KindFrame.of(List.of(kind), store, snapshot, vault, audit, clock, random);
    Passwords passwords = new Passwords(random, (hash, given) -> {
      comparisons.incrementAndGet();
      return hash.matches(given);
    });
    PasswordCheck check = new PasswordCheck(logins, passwords, audit, clock);
    first = new FirstLink(persons, new Surroundings(Path.of("nowhere"), true, true), clock, random);
    upkeep = new LoginUpkeep(logins, persons, first, store, clock);
    server = new TestServer(
        access,
        audit,
        doors -> {
          frame.doors().open(doors);
          new SignInDoors(logins, persons, check, frame.acts(), elsewhere, clock, random)
              .open(doors);
          new OidcDoors(
                  elsewhere,
                  new KnownElsewhere(kind, logins, persons, frame.acts(), random),
                  logins,
                  database,
                  clock,
                  random)
              .open(doors);
          new SessionDoors(
                  logins,
                  persons,
                  new OwnPassword(logins, check, frame.acts(), clock),
                  passwords,
                  frame.acts(),
                  clock)
              .open(doors);
          new SessionListDoors(logins, persons, frame.acts(), clock).open(doors);
          new PersonDoors(
                  logins,
                  persons,
                  frame.acts(),
                  new LinkMail(Mailers.none(), settings),
                  clock,
                  random)
              .open(doors);
          new WelcomeDoors(kind, logins, persons, first, passwords, frame.acts(), clock, random)
              .open(doors);
          doors.open(Door.post(
              "/mint", Need.MINT, call -> Answer.text(200, call.caller().id())));
        },
        List.of(new SessionProof(logins, persons, clock)),
        clock);
  }

  private Vault vault(InstantSource clock) {
    VaultSettings key = new VaultSettings.Given(Secret.ofText("jmk1_" + "A".repeat(43)));
    try {
      return Vault.look(key, database, new Random(3)).open(clock);
    } catch (VaultUnusable e) {
      throw new IllegalStateException(e);
    }
  }

  String address() {
    return server.client.url("");
  }

  Database database() {
    return database;
  }

  TestServer server() {
    return server;
  }

  /** Whoever holds admin.token. */
  Browser operator() {
    return new Browser(this).with("Authorization", TestServer.PROOF.substring(15));
  }

  Browser browser() {
    return new Browser(this);
  }

  /** Somebody with that password and these roles. */
  void make(String name, String... roles) {
    operator()
        .done(
            "POST",
            PersonKind.PATH,
            "{\"name\":\"" + name + "\",\"roles\":[\"" + String.join("\",\"", roles) + "\"]}");
    String link =
        operator().done("POST", PersonKind.PATH + "/" + name + "/link", "{}").text("link");
    browser().done("POST", "/welcome", welcome(link, PASSWORD));
  }

  static String welcome(String link, String password) {
    return "{\"secret\":\"" + link.substring(link.indexOf('#') + 1) + "\",\"password\":\""
        + password + "\"}";
  }

  /** Somebody with that password and these roles, signed in. */
  Browser signedIn(String name, String... roles) {
    make(name, roles);
    Browser browser = browser();
    browser.signIn(name, PASSWORD);
    return browser;
  }

  /** Stops it; the database stays. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    database.close();
  }
}
