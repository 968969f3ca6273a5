package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.oidc.Signer;
import dev.jeton.server.oidc.StandInProvider;
import dev.jeton.server.oidc.StandInProvider.Mood;
import dev.jeton.server.oidc.TestTokens;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OidcSignInTest {
  private static final String CURRENT = "/api/v1/sessions/current";
  private static final String SECRET = "a secret/of the client";
  private static final Signer KEY = Signer.p256("k1");

  @TempDir
  private Path folder;

  private final StandInProvider provider = new StandInProvider(KEY);
  private PeopleServer server;

  @BeforeEach
  void start() {
    server = server(true);
    server.make("boss", "operator");
  }

  private PeopleServer server(boolean newcomers) {
    return new PeopleServer(
        Stores.database(Dialect.SQLITE, folder),
        TestServer.USUAL,
        TestTokens.signIns(provider.forPeople(Optional.of(Secret.ofText(SECRET)), newcomers)));
  }

  @AfterEach
  void stop() {
    server.close();
    provider.close();
  }

  /** A browser that is away to sign in, and what the provider was asked for. */
  private record Away(Browser browser, Map<String, String> asked) {
    HttpResponse<String> back(String query) {
      return browser.get(OidcDoors.CALLBACK + query);
    }

    HttpResponse<String> back() {
      return back("?code=c1&state=" + asked.get("state"));
    }
  }

  private Away away() {
    return away("");
  }

  private Away away(String query) {
    return away(server.browser(), query);
  }

  private Away away(Browser from, String query) {
    Browser browser = from.without("Origin");
    HttpResponse<String> answer = browser.get(OidcDoors.PATH + query);
    assertThat(answer.statusCode()).isEqualTo(303);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
    assertThat(there.toString()).startsWith(provider.issuer() + "/authorize?");
    return new Away(
        browser.with("Cookie", cookie.substring(0, cookie.indexOf(';'))),
        form(there.getRawQuery()));
  }

  private static Map<String, String> form(String text) {
    Map<String, String> members = new HashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      members.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return members;
  }

  private JsonObject.Builder idToken(Away away, String subject) {
    long now = server.now.getEpochSecond();
    return JsonObject.builder()
        .put("iss", provider.issuer())
        .put("sub", subject)
        .put("nonce", String.valueOf(away.asked().get("nonce")))
        .put("iat", now)
        .put("exp", now + 60);
  }

  private JsonObject.Builder ours(Away away, String subject) {
    return idToken(away, subject).put("aud", StandInProvider.CLIENT);
  }

  private void gives(JsonObject claims) {
    gives(KEY, claims);
  }

  private void gives(Signer key, JsonObject claims) {
    provider.tokenAnswer = "{\"token_type\":\"Bearer\",\"id_token\":\"" + key.sign(claims) + "\"}";
  }

  private Browser signedIn(String subject) {
    Away away = away();
    gives(ours(away, subject).build());
    return signedIn(away, away.back());
  }

  private static Browser signedIn(Away away, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/sign-in");
    String cookie = answer.headers().allValues("Set-Cookie").get(0);
    return away.browser().with("Cookie", cookie.substring(0, cookie.indexOf(';')));
  }

  /** The code in the audit of a sign-in that must not work. */
  private String failed(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
    assertThat(answer.body()).contains("signing in did not work", "<html");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    AuditRow row = server.audit.notes.get(server.audit.notes.size() - 1);
    assertThat(row.event() + " " + row.outcome()).isEqualTo("sign-in refused");
    return String.valueOf(row.code());
  }

  @Test
  void whoSignsInForTheFirstTimeBecomesADeveloperWithoutRights() {
    Away away = away();
    gives(ours(away, "s1")
        .put("preferred_username", "Alice Exämple")
        .put("email", "alice@example.com")
        .put("email_verified", true)
        .build());
    Browser alice = signedIn(away, away.back());
    var session = alice.done("GET", CURRENT, "");
    assertThat(session.text("name")).isEqualTo("AliceExmple");
    assertThat(session.texts("roles")).containsExactly("developer");
    assertThat(alice.code("GET", PersonKind.PATH, "")).isEqualTo("403 not-allowed");
    var person = server.operator().done("GET", PersonKind.PATH + "/AliceExmple", "");
    assertThat(person.text("mail")).isEqualTo("alice@example.com");
    assertThat(person.object("oidc").text("subject")).isEqualTo("s1");
    assertThat(person.texts("warnings"))
        .singleElement()
        .asString()
        .contains("came by an identity provider", "look at oidc.subject");
  }

  @Test
  void theSamePersonComesBackUnderTheRolesThatAnOperatorGave() {
    String id = signedIn("s1").done("GET", CURRENT, "").text("person");
    server.operator().done("PATCH", PersonKind.PATH + "/" + id, "{\"roles\":[\"auditor\"]}");
    Browser again = signedIn("s1");
    assertThat(again.done("GET", CURRENT, "").text("person")).isEqualTo(id);
    assertThat(again.code("GET", PersonKind.PATH, "")).isEqualTo("200");
  }

  @Test
  void nobodyIsKnownByAMailAddressOrANameAlone() {
    server
        .operator()
        .done(
            "POST",
            PersonKind.PATH,
            "{\"name\":\"alice\",\"mail\":\"alice@example.com\",\"roles\":[\"operator\"]}");
    Away away = away();
    gives(ours(away, "s1")
        .put("preferred_username", "alice")
        .put("email", "alice@example.com")
        .put("email_verified", true)
        .build());
    var session = signedIn(away, away.back()).done("GET", CURRENT, "");
    assertThat(session.text("name")).startsWith("alice-");
    assertThat(session.texts("roles")).containsExactly("developer");
  }

  @Test
  void anOperatorCanBindSomebodyWhoIsHereAlready() {
    server
        .operator()
        .done(
            "PATCH",
            PersonKind.PATH + "/boss",
            "{\"oidc\":{\"issuer\":\"" + provider.issuer() + "\",\"subject\":\"s9\"}}");
    assertThat(signedIn("s9").done("GET", CURRENT, "").text("name")).isEqualTo("boss");
    assertThat(server
            .operator()
            .code(
                "POST",
                PersonKind.PATH,
                "{\"name\":\"other\",\"oidc\":{\"issuer\":\"" + provider.issuer()
                    + "\",\"subject\":\"s9\"}}"))
        .isEqualTo("409 taken");
  }

  @Test
  void aMailAddressThatTheProviderDidNotCheckIsNotTaken() {
    Away away = away();
    gives(ours(away, "s1").put("email", "boss@example.com").build());
    String id = signedIn(away, away.back()).done("GET", CURRENT, "").text("person");
    assertThat(server.operator().done("GET", PersonKind.PATH + "/" + id, "").has("mail"))
        .isFalse();
  }

  @Test
  void whoIsSwitchedOffIsRefused() {
    String id = signedIn("s1").done("GET", CURRENT, "").text("person");
    server.operator().done("PATCH", PersonKind.PATH + "/" + id, "{\"enabled\":false}");
    Away away = away();
    gives(ours(away, "s1").build());
    assertThat(failed(away.back())).isEqualTo("PERSON_DISABLED");
  }

  @Test
  void newcomersStayOutsideWhereTheyAreNotWelcomeAndWhileThereIsNobody() {
    server.close();
    server = server(false);
    Away away = away();
    gives(ours(away, "s1").build());
    assertThat(failed(away.back())).isEqualTo("PERSON_UNKNOWN");
    assertThat(server.audit.notes.get(server.audit.notes.size() - 1).people().byRole())
        .containsEntry("subject", List.of("s1"));
  }

  @Test
  void untilThereIsAnOperatorNobodyComesInBeforeHim(@TempDir Path empty) {
    try (PeopleServer first = new PeopleServer(
        Stores.database(Dialect.SQLITE, empty),
        TestServer.USUAL,
        TestTokens.signIns(provider.forPeople(Optional.empty(), true)))) {
      server.close();
      server = first;
      Away away = away();
      gives(ours(away, "s1").build());
      assertThat(failed(away.back())).isEqualTo("PERSON_UNKNOWN");
    }
  }

  @Test
  void whatTheProviderIsAskedForProvesThatItWasUs() throws Exception {
    Away away = away();
    assertThat(away.asked())
        .containsEntry("response_type", "code")
        .containsEntry("client_id", StandInProvider.CLIENT)
        .containsEntry("scope", "openid email")
        .containsEntry("redirect_uri", server.address() + OidcDoors.CALLBACK)
        .containsEntry("code_challenge_method", "S256");
    gives(ours(away, "s1").build());
    signedIn(away, away.back());
    Map<String, String> form = form(provider.forms.get(0));
    assertThat(form)
        .containsEntry("grant_type", "authorization_code")
        .containsEntry("code", "c1")
        .containsEntry("redirect_uri", server.address() + OidcDoors.CALLBACK)
        .doesNotContainKey("client_secret");
    byte[] verifier = String.valueOf(form.get("code_verifier")).getBytes(StandardCharsets.US_ASCII);
    assertThat(Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier)))
        .isEqualTo(away.asked().get("code_challenge"));
    String basic = StandInProvider.CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    assertThat(provider.authorizations)
        .containsExactly("Basic "
            + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void anAnswerSignsInOnceHoweverOftenItIsSent() {
    Away away = away();
    gives(ours(away, "s1").build());
    signedIn(away, away.back());
    assertThat(failed(away.back())).isEqualTo("OIDC_STATE_USED");
  }

  @Test
  void theAnswerCountsInTheBrowserThatAskedAndWithinTenMinutes() {
    Away away = away();
    Away other = away();
    gives(ours(away, "s1").build());
    assertThat(failed(other.back("?code=c1&state=" + away.asked().get("state"))))
        .isEqualTo("OIDC_STATE_WRONG");
    assertThat(failed(new Away(server.browser(), away.asked()).back()))
        .isEqualTo("OIDC_STATE_MISSING");
    server.now = server.now.plus(Duration.ofMinutes(10));
    assertThat(failed(away.back())).isEqualTo("OIDC_STATE_ENDED");
    assertThat(provider.forms).isEmpty();
  }

  @Test
  void anotherNonceIsRefused() {
    Away away = away();
    Away other = away();
    gives(ours(other, "s1").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_NONCE_MISMATCH");
  }

  @Test
  void aTokenForSomebodyElseOrBySomebodyElseIsRefused() {
    Away away = away();
    gives(idToken(away, "s1").put("aud", "others").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_AUDIENCE_MISMATCH");
    gives(idToken(away, "s1")
        .put("aud", JsonItems.ofTexts(List.of(StandInProvider.CLIENT, "others")))
        .build());
    assertThat(failed(away.back())).isEqualTo("OIDC_AUDIENCE_MISMATCH");
    gives(ours(away, "s1").put("azp", "others").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_AUDIENCE_MISMATCH");
    gives(Signer.p256("k1"), ours(away, "s1").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_BAD_SIGNATURE");
    gives(Signer.p256("k2"), ours(away, "s1").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_UNKNOWN_KEY");
    assertThat(failed(
            away.back("?code=c1&iss=https://evil.example&state=" + away.asked().get("state"))))
        .isEqualTo("OIDC_ISSUER_MISMATCH");
    gives(ours(away, "").build());
    assertThat(failed(away.back())).isEqualTo("OIDC_CLAIM_MISSING");
  }

  @Test
  void whatTheProviderAnswersInsteadIsInTheAuditAndNotInThePage() {
    Away away = away();
    assertThat(failed(away.back("?error=access_denied&error_description=%3Cb%3E&state="
            + away.asked().get("state"))))
        .isEqualTo("OIDC_REFUSED_THERE");
    for (Mood mood : List.of(Mood.FAULTY, Mood.REDIRECTS, Mood.SILENT, Mood.TOO_LONG)) {
      provider.mood = mood;
      assertThat(failed(away.back())).isEqualTo("OIDC_PROVIDER_FAILED");
    }
    AuditRow row = server.audit.notes.get(server.audit.notes.size() - 1);
    assertThat(row.details().get("why")).contains("more than 256 KiB");
  }

  @Test
  void aProviderThatNeverAnsweredSendsNobodyAnywhere() {
    provider.close();
    HttpResponse<String> answer = server.browser().get(OidcDoors.PATH);
    assertThat(answer.statusCode()).isEqualTo(503);
  }

  @Test
  void aSessionIsAsFreshAsTheProofThatTheProviderAskedFor() {
    Browser stale = signedIn("s1");
    assertThat(stale.done("GET", CURRENT, "").text("freshUntil")).isEqualTo("1970-01-01T00:05:00Z");
    Away away = away("?provider=oidc&again=true");
    assertThat(away.asked()).containsEntry("prompt", "login").containsEntry("max_age", "0");
    gives(ours(away, "s1").put("auth_time", server.now.getEpochSecond() - 60).build());
    assertThat(signedIn(away, away.back()).done("GET", CURRENT, "").text("freshUntil"))
        .isEqualTo(server.now.plusSeconds(240).toString());
  }

  @Test
  void theSignInPageLeadsThereWhereAProviderIsSet() {
    assertThat(server.browser().get("/sign-in").body())
        .contains("<a href=\"/sign-in/oidc?provider=oidc\">Sign in with Example &amp; Co</a>");
    server.close();
    server = new PeopleServer(Stores.database(Dialect.SQLITE, folder));
    assertThat(server.browser().get("/sign-in").body()).doesNotContain("oidc", "<!--");
    assertThat(server.browser().get(OidcDoors.PATH).statusCode()).isEqualTo(404);
  }

  @Test
  void theCookieOfABrowserThatIsAwayIsOutOfReachOfScriptsAndComesBackFromElsewhere() {
    HttpResponse<String> answer = server.browser().get(OidcDoors.PATH);
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .get()
        .asString()
        .matches("jeton-sign-in=oidc\\.\\.[0-9]+\\.[A-Za-z0-9_-]{43}; Path=/; HttpOnly;"
            + " SameSite=Lax; Max-Age=600");
  }

  /** The browser comes back from another site, so it does not send the strict cookie of the session. */
  @Test
  void whoSignsInAnewEndsTheSessionThatTheBrowserWasIn() {
    Browser before = signedIn("s1");
    Away again = away(before, "?again=true");
    gives(ours(again, "s1").build());
    Browser after = signedIn(again, new Away(again.browser(), again.asked()).back());
    assertThat(after.code("GET", CURRENT, "")).startsWith("200");
    assertThat(before.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
  }

  @Test
  void anAnswerAtThePlaceOfAnotherProviderCountsNothing() {
    Away away = away();
    gives(ours(away, "s1").build());
    HttpResponse<String> answer = away.browser()
        .get(OidcDoors.CALLBACK + "/other?code=c1&state=" + away.asked().get("state"));
    assertThat(failed(answer)).isEqualTo("OIDC_STATE_WRONG");
    assertThat(provider.forms).isEmpty();
    assertThat(OidcDoors.callback("other")).isEqualTo(OidcDoors.CALLBACK + "/other");
  }

  @Test
  void whoeverIsNotThatPersonAnyMoreIsSignedOut() {
    Browser alice = signedIn("s1");
    String name = alice.done("GET", CURRENT, "").text("name");
    server.operator().done("PATCH", PersonKind.PATH + "/" + name, "{\"oidc\":null}");
    assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
  }

  @Test
  void withoutAnAnswerOfAProviderTheCallbackSaysWhatItIs() {
    assertThat(server.browser().get(OidcDoors.CALLBACK).statusCode()).isEqualTo(400);
  }
}
