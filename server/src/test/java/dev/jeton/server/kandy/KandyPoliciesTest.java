package dev.jeton.server.kandy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.CountedUsers;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.KandyCipher;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registered callers at Kandy's one issuing place. */
class KandyPoliciesTest {
  private static final KandyRealm REALM =
      Realms.of(KandyCipher.CBC, Convention.A, AccountBinding.ANY);

  private final CountedUsers counted = new CountedUsers();
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  private final Database database;
  private final KandyTokens tokens;

  KandyPoliciesTest(@TempDir Path folder) {
    database = Stores.database(Dialect.SQLITE, folder);
    tokens = new KandyTokens(
        new KandyRealms(new KandySettings(List.of(), Optional.empty(), Listed.NONE)),
        new Callees(List.of()),
        CLOCK,
        new Random(1),
        HeldPolicies.of(
            new KandyPolicies(),
            policy("help", "`readyMade`:`kandy-help-desk`"),
            policy("service", "`platforms`:[`kandy`],`when`:`account == 'service@example.com'`"),
            policy("short", "`platforms`:[`kandy`],`when`:`true`,`maxTtlSeconds`:599")),
        Realms.register(database, CLOCK));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCallIsAllowedByCalleeAndAccount() throws Exception {
    assertThat(status("/call/help@example.com/help@example.com", "help")).isEqualTo(200);
    assertThat(status("/call/help@example.com/service@example.com", "help")).isEqualTo(403);
    assertThat(status("/call/help@example.com/service@example.com", "service")).isEqualTo(200);
    assertThat(status("/call/ann@sales.example.com/ann@sales.example.com", "help"))
        .isEqualTo(403);
    assertThat(status("/call/help@example.com/help@example.com")).isEqualTo(403);
  }

  @Test
  void aRealmWhoseTokensLiveLongerThanThePolicyAllowsGivesNone() throws Exception {
    assertThat(status("/call/help@example.com/help@example.com", "short")).isEqualTo(403);
  }

  @Test
  void policiesAreAskedBeforeTheRealmTellsWhomItKnows() throws Exception {
    assertThat(body("/call/nobody@example.com/help@example.com", "help")).contains("not-permitted");
    assertThat(body("/call/nobody@example.com/service@example.com", "service"))
        .contains("to-not-allowed");
  }

  @Test
  void theUserWhoIsCountedIsTheAccountAsInPolicies() throws Exception {
    assertThat(status("/call/help@example.com/help@example.com", "help")).isEqualTo(200);
    assertThat(status("/preset/help@example.com/service@example.com", "service"))
        .isEqualTo(200);
    assertThat(status("/call/help@example.com/service@example.com", "help")).isEqualTo(403);
    assertThat(counted.users).containsExactly("help@example.com", "service@example.com");
  }

  private String body(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, "Authorization: Bearer app").body();
    }
  }

  private int status(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, "Authorization: Bearer app").status();
    }
  }

  private TestServer server(String... policies) {
    return new TestServer(
        counted, HeldPolicies.proof("app", false, policies), new RecordingAudit(), doors -> {
          doors.open(Door.get("/call/{to}/{account}", Need.MINT, this::call));
          doors.open(Door.get("/preset/{to}/{account}", Need.MINT, this::preset));
        });
  }

  private Answer call(Call call) {
    return tokens.issue(call, REALM, wish(call)).complete(Answer.text(200, "minted"));
  }

  private Answer preset(Call call) {
    return tokens
        .issue(call, new Preset("front", REALM, wish(call)))
        .complete(Answer.text(200, "minted"));
  }

  private static CallWish wish(Call call) {
    return new CallWish(
        Optional.empty(),
        Identity.of(call.path("to")),
        Optional.of(Identity.of("alice@example.com")),
        Optional.of(Identity.of(call.path("account"))));
  }

  /** ` is a quote. */
  private static String policy(String name, String members) {
    return ("{`name`:`" + name + "`,`projects`:[`r.*`]," + members + "}").replace('`', '"');
  }
}
