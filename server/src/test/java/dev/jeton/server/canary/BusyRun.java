package dev.jeton.server.canary;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Gives secrets of all kinds, has some made, and uses them for tokens. */
final class BusyRun {
  private static final String PROJECTS = "/api/v1/agora/projects";
  private static final String ISSUERS = "/api/v1/hub/issuers";
  private static final String HUB_KEYS = "/api/v1/hub/keys";
  private static final String CREDENTIALS = "/api/v1/sunbird/credentials";
  private static final String REALMS = "/api/v1/kandy/realms";

  private final Operator operator;
  private final Canaries canaries;
  private final SecureRandom random = new SecureRandom();

  BusyRun(Operator operator, Canaries canaries) {
    this.operator = operator;
    this.canaries = canaries;
  }

  void run() throws GeneralSecurityException {
    agora();
    resources();
    hub();
    sunbird();
    kandy();
    callers();
    people();
    openDoors();
    tokens();
    operator.done("/api/v1/vault/rotate", Map.of());
    operator.done("/api/v1/vault/rewrap", Map.of("batch", 100));
  }

  private void agora() {
    String given = canaries.add("a given certificate", hex());
    operator.done(PROJECTS, Map.of("name", "given", "certificate", given));
    JsonNode made =
        operator.done(PROJECTS, Map.of("name", "made"), "Idempotency-Key", "make-a-project");
    canaries.add("a made certificate", made, "certificate");
    String second = canaries.add("a prepared certificate", hex());
    JsonNode two = operator.done(PROJECTS + "/made/certificates", Map.of("certificate", second));
    String id = two.path("id").asText();
    operator.done(PROJECTS + "/made/certificates/" + id + "/activate", Map.of("overlapSeconds", 0));
    revealed(operator.done(PROJECTS + "/made/certificates/" + id + "/reveal", Map.of()), second);
    JsonNode rotated =
        operator.done(PROJECTS + "/made/rotate", Map.of(), "Idempotency-Key", "rotate-a-project");
    canaries.add("a certificate of a rotation", rotated, "certificate");
    operator.changed(
        "/api/v1/settings",
        Map.of(
            "agora.customer-id",
            "customer",
            "agora.customer-secret",
            canaries.add("a customer secret", hex())));
    operator.sent(PROJECTS + "/made/kick", Map.of("uid", 42));
  }

  private void resources() {
    String literal = canaries.add("a certificate in YAML", hex());
    String referred = canaries.add("a certificate by reference", hex());
    String yaml = """
        resources:
        - {kind: agora-project, name: literal, certificate: '%s'}
        - {kind: agora-project, name: referred, certificate: '${env:SHOP}'}
        - {kind: agora-project, name: applied}
        """.formatted(literal);
    Map<String, String> values = Map.of("env:SHOP", referred);
    operator.done("/api/v1/apply", Map.of("yaml", yaml, "values", values, "dryRun", true));
    JsonNode applied = operator.done(
        "/api/v1/apply", Map.of("yaml", yaml, "values", values), "Idempotency-Key", "apply-it");
    canaries.add("a certificate that apply made", applied.path("changes").path(2), "certificate");
  }

  private void hub() {
    String issuerKey = canaries.add("a given issuer key", issuerKey(canaries, random));
    operator.done(ISSUERS, Map.of("name", "given", "issuerKey", issuerKey));
    canaries.add("a made issuer key", operator.done(ISSUERS, Map.of("name", "made")), "issuerKey");
    String secret = new String(
        ApiSecret.random(random).text().reveal(SecretAccess.forCryptography()),
        StandardCharsets.US_ASCII);
    canaries.add("a given API secret", secret);
    operator.done(HUB_KEYS, Map.of("name", "given", "secret", secret));
    canaries.add("a made API secret", operator.done(HUB_KEYS, Map.of("name", "made")), "secret");
  }

  private void sunbird() throws GeneralSecurityException {
    String given = canaries.add("a given secret", hex() + hex());
    operator.done(CREDENTIALS, Map.of("name", "given", "secret", given));
    canaries.add("a made secret", operator.done(CREDENTIALS, Map.of("name", "made")), "secret");
    JsonNode encoded =
        operator.done(CREDENTIALS, Map.of("name", "encoded", "secretEncoding", "base64"));
    canaries.add("a made secret in Base64", encoded, "secret");
    byte[] key =
        KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate().getEncoded();
    String line = canaries.add("a private key", Base64.getEncoder().encodeToString(key));
    operator.done(
        CREDENTIALS,
        Map.of(
            "name",
            "pair",
            "algorithm",
            "Ed25519",
            "secret",
            "-----BEGIN PRIVATE KEY-----\n" + line + "\n-----END PRIVATE KEY-----\n"));
  }

  private void kandy() {
    String given = canaries.add("a given security key", hex());
    JsonNode realm = operator.done(REALMS, Map.of("name", "given.example", "securityKey", given));
    String key = realm.path("keys").path(0).path("id").asText();
    revealed(operator.done(REALMS + "/given.example/keys/" + key + "/reveal", Map.of()), given);
    JsonNode made = operator.done(REALMS, Map.of("name", "made.example"));
    canaries.add("a made security key", made, "securityKey");
    JsonNode rotated = operator.done(REALMS + "/made.example/rotate", Map.of());
    canaries.add("a security key of a rotation", rotated, "securityKey");
  }

  private static void revealed(JsonNode answer, String secret) {
    if (!answer.toString().contains(secret)) {
      throw new AssertionError("a revealed secret is not in the answer");
    }
  }

  /** The first 16 characters of a key are its label, which may be shown. */
  private void callers() {
    JsonNode made = operator.done(
        "/api/v1/callers", Map.of("name", "shop"), "Idempotency-Key", "make-a-caller");
    apiKey("a made API key", made);
    apiKey("an API key of a rotation", operator.done("/api/v1/callers/shop/rotate", Map.of()));
    operator.usedByCaller(made.path("key").asText());
  }

  private void apiKey(String name, JsonNode answer) {
    String key = canaries.add(name, answer, "key");
    canaries.add(name + ", what is secret of it", key.substring(16));
  }

  private void people() {
    operator.done("/api/v1/people", Map.of("name", "alice", "roles", List.of("auditor")));
    String link =
        operator.done("/api/v1/people/alice/link", Map.of()).path("link").asText();
    String secret = canaries.add("a link's secret", link.substring(link.indexOf('#') + 1));
    String password = canaries.add("a password", hex());
    operator.done("/welcome", Map.of("secret", secret, "password", password));
    String cookie = operator.cookie("/sign-in", Map.of("name", "alice", "password", password));
    canaries.add("a session", cookie.substring(cookie.indexOf('=') + 1));
    operator.sent(
        "/sign-in", Map.of("name", "alice", "password", canaries.add("a wrong password", hex())));
    operator.sent(
        "/sign-in",
        Map.of("name", canaries.add("a password in place of a name", hex()), "password", hex()));
  }

  private void openDoors() {
    Map<String, Object> policy =
        Map.of("name", "calls", "projects", List.of("*"), "readyMade", "kandy-help-desk");
    operator.done("/api/v1/policies", policy);
    operator.done(
        "/api/v1/open-doors",
        Map.of("name", "call-us", "door", "GET /token", "policy", "calls", "guard", "captcha"));
  }

  private void tokens() {
    JsonNode agora = operator.done(
        "/api/v1/tokens/agora/rtc",
        Map.of("project", "made", "channel", "lobby", "uid", 42, "role", "publisher"),
        "Idempotency-Key",
        "mint-it");
    String token = canaries.add("an Agora token", agora, "token");
    operator.done("/api/v1/inspect", Map.of("token", token));
    operator.done("/api/v1/verify", Map.of("platform", "agora", "token", token));
    operator.done("/api/v1/revocations", Map.of("platform", "agora", "token", token));
    JsonNode sunbird = operator.done(
        "/api/v1/tokens/sunbird", Map.of("key", "made", "method", "GET", "url", "/path"));
    canaries.add("a Sunbird token", sunbird, "token");
    JsonNode kandy = operator.done(
        "/api/v1/tokens/kandy", Map.of("realm", "env.example", "to", "help@env.example"));
    for (String member : new String[] {"accountToken", "fromToken", "toToken"}) {
      canaries.add("Kandy's " + member, kandy, member);
    }
    canaries.add("a ticket", operator.done("/api/v1/tickets", Map.of()), "ticket");
    Libp2pPrivateKey identity = Libp2pPrivateKey.random(random);
    JsonNode challenge = operator.done(
        "/api/v1/tokens/hub/challenges",
        Map.of("publicKey", identity.publicKey().text()));
    byte[] signature =
        identity.sign(Base64.getUrlDecoder().decode(challenge.path("challenge").asText()));
    JsonNode hub = operator.done(
        "/api/v1/tokens/hub",
        Map.of(
            "challengeId",
            challenge.path("challengeId").asText(),
            "signature",
            Base64.getEncoder().encodeToString(signature)));
    canaries.add("a Hub token", hub, "token");
  }

  private String hex() {
    return hex(random);
  }

  static String hex(SecureRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** A new one as text; its seed is a canary of its own. */
  static String issuerKey(Canaries canaries, SecureRandom random) {
    byte[] seed = new byte[32];
    random.nextBytes(seed);
    canaries.add("an issuer key's seed", HexFormat.of().formatHex(seed));
    return new String(
        Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed)).text().reveal(SecretAccess.forCryptography()),
        StandardCharsets.US_ASCII);
  }
}
