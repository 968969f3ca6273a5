package dev.jeton.server.sunbird;

import static dev.jeton.server.sunbird.SunbirdPoliciesTest.policy;
import static dev.jeton.server.sunbird.SunbirdPoliciesTest.stored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.access.Need;
import dev.jeton.server.http.Answer;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.CountedUsers;
import dev.jeton.server.http.Door;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.policies.HeldPolicies;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.sunbird.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What conditions see of a request for a Sunbird token is what the token will say. */
class SunbirdConditionsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final SunbirdCredentials credentials =
      new SunbirdCredentials(new SunbirdSettings(List.of(), Optional.empty()));
  private final CountedUsers counted = new CountedUsers();
  private final SunbirdTokens tokens = new SunbirdTokens(
      credentials,
      new SunbirdConsumers(),
      HeldPolicies.of(
          new SunbirdPolicies(),
          policy(
              "one-api",
              "`platforms`:[`sunbird`],`powers`:[`any-request`,`free-claims`],"
                  + "`when`:`claims.id == 'org.x' && claims.params.msgid == 'm' && user == 'd'`"),
          policy("open", "`platforms`:[`sunbird`],`when`:`to.startsWith('/public/')`"),
          policy("one", "`platforms`:[`sunbird`],`when`:`to == '/public/a?b=1&c=d%20e'`")));

  @Test
  void aConditionSeesThePathAndQueryThatAreSigned() throws Exception {
    assertThat(bound("https://x.example/public/a", "", "open")).contains("ey");
    assertThat(bound("/public/a#/else", "", "open")).contains("ey");
    assertThat(bound("/api/public/a", "/api", "open")).contains("ey");
    assertThat(bound("/public/a?c=d+e&jwt=x&b=1", "", "one")).contains("ey");
  }

  @Test
  void whatIsNotSignedDeceivesNoCondition() throws Exception {
    assertThat(bound("/public/admin", "/public", "open")).contains("not-permitted");
    assertThat(bound("/admin#/public/", "", "open")).contains("not-permitted");
    assertThat(bound("https:///public/@x.example/admin", "/public", "open"))
        .contains("not-permitted");
    assertThat(bound("/public/a?b=1&c=d%20e&f=", "", "one")).contains("not-permitted");
    assertThat(bound("?/public/", "", "open")).contains("not-permitted");
  }

  @Test
  void aConditionSeesAllThatTheRequestWritesIntoTheToken() throws Exception {
    JsonObject params = JsonObject.builder().put("did", "d").put("msgid", "m").build();
    JsonObject claims = JsonObject.builder().put("params", params).build();
    assertThat(said("org.x", Optional.of("d"), Optional.of("m"), JsonObject.empty()))
        .startsWith("ey");
    assertThat(said("org.x", Optional.empty(), Optional.empty(), claims)).startsWith("ey");
    assertThat(said("org.y", Optional.of("d"), Optional.of("m"), JsonObject.empty()))
        .contains("not-permitted");
    assertThat(said("org.x", Optional.of("e"), Optional.of("m"), JsonObject.empty()))
        .contains("not-permitted");
    assertThat(counted.users).containsExactly("d", "d");
  }

  private String said(
      String api, Optional<String> device, Optional<String> message, JsonObject claims)
      throws Exception {
    Wish wish = new Wish(
        Optional.empty(),
        Optional.of(Duration.ofSeconds(60)),
        Optional.of(api),
        Optional.empty(),
        device,
        message,
        claims);
    return minted(wish, "one-api");
  }

  /** The token for that GET request, or the refusal. */
  private String bound(String url, String contextPath, String policy) throws Exception {
    HttpRequest request = HttpRequest.of("GET", url).contextPath(contextPath);
    Wish wish = new Wish(
        Optional.of(request),
        Optional.of(Duration.ofSeconds(60)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        JsonObject.empty());
    return minted(wish, policy);
  }

  private String minted(Wish wish, String policy) throws Exception {
    credentials.hold(List.of(stored("web")));
    try (TestServer server = new TestServer(
        counted,
        HeldPolicies.proof("app", false, policy),
        new RecordingAudit(),
        doors -> doors.open(Door.get("/mint", Need.MINT, call -> minted(call, wish))))) {
      return server.client.get("/mint", "Authorization: Bearer app").body();
    }
  }

  private Answer minted(Call call, Wish wish) {
    SunbirdCredential web = credentials.named("web").orElseThrow();
    return Answer.text(200, tokens.issue(call, web, wish, NOW).token());
  }
}
