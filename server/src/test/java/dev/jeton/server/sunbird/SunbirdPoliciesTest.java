package dev.jeton.server.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.sunbird.HttpRequest;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SecretEncoding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Registered callers at Sunbird's one issuing place. */
class SunbirdPoliciesTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SunbirdCredentials credentials =
      new SunbirdCredentials(new SunbirdSettings(List.of(), Optional.empty()));
  private final SunbirdTokens tokens = new SunbirdTokens(
      credentials,
      new SunbirdConsumers(),
      HeldPolicies.of(
          new SunbirdPolicies(),
          policy("web", "`readyMade`:`sunbird-one-credential`,`maxTtlSeconds`:60"),
          policy("read", "`readyMade`:`sunbird-read-only`"),
          policy(
              "all",
              "`readyMade`:`sunbird-one-credential`,`powers`:[`any-request`,"
                  + "`free-claims`,`no-expiry`]")));

  @Test
  void aTokenForAnyRequestNeedsItsPower() throws Exception {
    assertThat(status("/any", "web")).isEqualTo(200);
    assertThat(status("/any", "read")).isEqualTo(403);
    assertThat(status("/any")).isEqualTo(403);
  }

  @Test
  void aTokenForOneRequestIsAllowedByItsMethod() throws Exception {
    assertThat(status("/bound/GET", "read")).isEqualTo(200);
    assertThat(status("/bound/POST", "read")).isEqualTo(403);
  }

  @Test
  void claimsOfTheRequestsChoiceAndTokensWithoutAnEndNeedTheirs() throws Exception {
    assertThat(status("/claims", "web")).isEqualTo(403);
    assertThat(status("/claims", "all")).isEqualTo(200);
    assertThat(body("/bare", "web")).contains("not-permitted");
    assertThat(body("/bare", "all")).contains("not-granted");
  }

  @Test
  void theLongestLifetimeIsThePolicysWhereItIsShorter() throws Exception {
    assertThat(body("/longest", "web")).isEqualTo("PT1M");
    assertThat(body("/longest", "read")).isEqualTo("PT5M");
  }

  @Test
  void whoNamesNoLifetimeGetsThatOfThePolicyThatAllowsTheRest() throws Exception {
    assertThat(body("/fitting/POST", "web", "read")).isEqualTo("PT1M");
    assertThat(body("/fitting/GET", "web", "read")).isEqualTo("PT5M");
    assertThat(body("/fitting/GET", "read")).isEqualTo("PT5M");
  }

  @Test
  void aCredentialOfWhichNoPolicySpeaksIsUnknown() throws Exception {
    assertThat(body("/named/other", "web")).contains("unknown-key");
    assertThat(body("/named/other-key", "web")).contains("unknown-key");
    assertThat(body("/named/web-key", "web")).isEqualTo("web");
  }

  private int status(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, "Authorization: Bearer app").status();
    }
  }

  private String body(String path, String... policies) throws Exception {
    try (TestServer server = server(policies)) {
      return server.client.get(path, "Authorization: Bearer app").body();
    }
  }

  private TestServer server(String... policies) {
    credentials.hold(List.of(stored("web"), stored("other")));
    Wish any = wish(Optional.empty(), JsonObject.empty());
    Wish claims =
        wish(Optional.empty(), JsonObject.builder().put("role", "admin").build());
    return new TestServer(
        HeldPolicies.proof("app", false, policies), new RecordingAudit(), doors -> {
          doors.open(Door.get("/any", Need.MINT, call -> minted(call, any)));
          doors.open(Door.get("/claims", Need.MINT, call -> minted(call, claims)));
          doors.open(Door.get("/bare", Need.MINT, call -> minted(call, Wish.bare())));
          doors.open(Door.get(
              "/bound/{method}",
              Need.MINT,
              call -> minted(
                  call,
                  wish(
                      Optional.of(HttpRequest.of(call.path("method"), "https://x.example/a")),
                      JsonObject.empty()))));
          doors.open(Door.get(
              "/longest",
              Need.MINT,
              call -> Answer.text(200, tokens.longest(call, web()).toString())));
          doors.open(Door.get(
              "/fitting/{method}",
              Need.MINT,
              call -> Answer.text(
                  200,
                  tokens
                      .fitting(
                          call,
                          web(),
                          wish(
                                  Optional.of(HttpRequest.of(call.path("method"), "/a")),
                                  JsonObject.empty())
                              .lasting(Duration.ofMinutes(5)))
                      .lifetime()
                      .orElseThrow()
                      .toString())));
          doors.open(Door.get(
              "/named/{key}",
              Need.MINT,
              call -> Answer.text(200, tokens.credential(call, call.path("key")).name())));
        });
  }

  private Answer minted(Call call, Wish wish) {
    return Answer.text(200, tokens.issue(call, web(), wish, NOW).token());
  }

  private SunbirdCredential web() {
    return credentials.named("web").orElseThrow();
  }

  private static Wish wish(Optional<HttpRequest> request, JsonObject claims) {
    return new Wish(
        request,
        Optional.of(Duration.ofSeconds(60)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        claims);
  }

  static Stored<CredentialSpec> stored(String name) {
    CredentialSpec spec = new CredentialSpec(
        name + "-key",
        name,
        Optional.empty(),
        Optional.empty(),
        Algorithm.HS256,
        Profile.STRICT,
        SecretEncoding.UTF8,
        Duration.ofMinutes(5),
        Set.of(),
        Optional.empty(),
        false);
    return new Stored<>(
        name,
        spec,
        KeyVersions.startingWith(KeyVersion.prepared("k", NOW)),
        Map.of("k", Secret.ofText("Vf8sJq2LmX0aTz7Rk4Wd" + name + "0123456789abcdef")),
        1,
        NOW,
        NOW,
        "operator");
  }

  /** For the credential web; ` is a quote. */
  static String policy(String name, String members) {
    return ("{`name`:`" + name + "`,`projects`:[`web`]," + members + "}").replace('`', '"');
  }
}
