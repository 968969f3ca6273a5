package dev.jeton.server.canary;

import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.oidc.Signer;
import dev.jeton.server.oidc.StandInProvider;
import dev.jeton.tokens.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what an identity provider signed: an access token of a caller, and somebody who signs in there. */
final class ElsewhereRun {
  private static final Pattern NONCE = Pattern.compile("nonce=([^&]+)");
  private static final Pattern STATE = Pattern.compile("state=([^&]+)");
  private static final Pattern VERIFIER = Pattern.compile("code_verifier=([^&]+)");

  private final RunningServer server;
  private final Canaries canaries;
  private final StandInProvider provider;

  ElsewhereRun(RunningServer server, Canaries canaries, StandInProvider provider) {
    this.server = server;
    this.canaries = canaries;
    this.provider = provider;
  }

  void run(Operator operator, String code) {
    operator.done("/api/v1/callers", Map.of("name", "web-app", "oidc", Map.of("anybody", true)));
    accessTokens();
    signIn(canaries.add("a code of a provider", code));
  }

  private void accessTokens() {
    JsonObject claims = provider.claims("alice", Instant.now()).build();
    String good = canaries.add("an access token", provider.published.get(0).sign(claims));
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (asked(good).status() == 401) {
      must(Instant.now().isBefore(end), "the keys were not read");
    }
    String forged = canaries.add("a forged access token", Signer.rsa("k1").sign(claims));
    must(asked(forged).status() == 401, "a forged token was taken");
  }

  private Answer asked(String token) {
    return server.post(
        "/api/v1/inspect", "{\"token\":\"007x\"}", "Authorization", "Bearer " + token);
  }

  private void signIn(String code) {
    Answer away = server.get("/sign-in/oidc");
    String query = URI.create(away.header("Location")).getRawQuery();
    String cookie = first(away.header("Set-Cookie"));
    canaries.add(
        "the cookie of a browser that is away", cookie.substring(cookie.lastIndexOf('.') + 1));
    long now = Instant.now().getEpochSecond();
    String nonce = canaries.add("a nonce", found(NONCE, query));
    String token = provider
        .published
        .get(0)
        .sign(JsonObject.builder()
            .put("iss", provider.issuer())
            .put("aud", StandInProvider.CLIENT)
            .put("sub", "s1")
            .put("nonce", nonce)
            .put("iat", now)
            .put("exp", now + 60)
            .build());
    provider.tokenAnswer = "{\"id_token\":\"" + canaries.add("an ID token", token) + "\"}";
    Answer back = server.get(
        "/sign-in/oidc/callback?code=" + code + "&state=" + found(STATE, query), "Cookie", cookie);
    must(back.status() == 303, "nobody is signed in: " + back.body());
    canaries.add("a verifier", found(VERIFIER, provider.forms.get(0)));
    String session = first(back.response().headers().allValues("Set-Cookie").get(0));
    canaries.add("a session after that", session.substring(session.indexOf('=') + 1));
  }

  private static String first(String cookie) {
    return cookie.substring(0, cookie.indexOf(';'));
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    must(matcher.find(), "no " + pattern);
    return matcher.group(1);
  }

  private static void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
