package dev.jeton.server.canary;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/** Gives secrets where or how they are not taken; no answer and no log may repeat them. */
final class WrongRequests {
  private static final String PROJECTS = "/api/v1/agora/projects";
  private static final String APPLY = "/api/v1/apply";

  private final Operator operator;
  private final Canaries canaries;
  private final SecureRandom random = new SecureRandom();

  WrongRequests(Operator operator, Canaries canaries) {
    this.operator = operator;
    this.canaries = canaries;
  }

  void run() {
    bodies();
    addresses();
    proofs();
    yaml();
    sources();
  }

  private void bodies() {
    operator.refused(
        PROJECTS, Map.of("name", "x", "certificate", "z" + secret("a wrong certificate")));
    operator.refused(PROJECTS, Map.of("name", "x", "secret", secret("an unknown member")));
    operator.refused(PROJECTS, Map.of("name", "x", "certificate", List.of(secret("a list"))));
    operator.refused(PROJECTS, "{\"name\":\"x\",\"certificate\":\"" + secret("half a body"));
    operator.refused(PROJECTS, "{\"certificate\":" + secret("a body without quotes") + "}");
    operator.refused(
        PROJECTS,
        "{\"name\":\"other\",\"certificate\":\"" + secret("another body under the same key")
            + "\"}",
        "Idempotency-Key",
        "make-a-project");
    operator.refused(
        "/api/v1/hub/issuers",
        Map.of("name", "x", "issuerKey", "b" + secret("a wrong issuer key")));
    operator.refused(
        "/api/v1/hub/keys", Map.of("name", "x", "secret", "b" + secret("a wrong API secret")));
    operator.refused(
        "/api/v1/sunbird/credentials",
        Map.of("name", "x", "secretEncoding", "base64", "secret", "~" + secret("no Base64")));
    operator.refused(
        "/api/v1/sunbird/credentials",
        Map.of("name", "x", "algorithm", "RS256", "secret", secret("no PEM")));
    operator.refused(
        "/api/v1/kandy/realms", Map.of("name", "x", "securityKey", secret("a short key") + "x"));
    operator.refused(
        "/api/v1/verify", Map.of("platform", "x", "token", secret("a wrong platform")));
    operator.sent(
        "/rtctoken",
        Map.of("channel", "lobby", "isPublisher", true, "certificate", secret("a door")));
  }

  private void addresses() {
    for (String name : List.of("key", "secret", "certificate", "token")) {
      operator.refused(
          "/rtctoken?" + name + "=" + secret(name + " in the address"),
          "{\"channel\":\"lobby\",\"isPublisher\":true}");
      operator.refusedGet(
          "/rtc/lobby/publisher/uid/7/?" + name + "=" + secret(name + " in a GET's address"));
    }
    operator.refused(PROJECTS + "/" + secret("a path") + "/rotate", "{}");
    operator.refused("/" + secret("a path of nothing"), "{}");
  }

  private void proofs() {
    operator.refusedGet(PROJECTS, "Authorization", "Bearer " + secret("a wrong admin token"));
    operator.refusedGet(PROJECTS, "Authorization", "Basic " + secret("another proof"));
  }

  private void yaml() {
    operator.refused(APPLY, Map.of("yaml", "resources: [{certificate: " + secret("half a YAML")));
    operator.refused(
        APPLY,
        Map.of(
            "yaml", "resources: [{kind: nothing, certificate: " + secret("a wrong kind") + "}]"));
    operator.refused(
        APPLY,
        Map.of(
            "yaml",
            "resources: [{kind: agora-project, name: x, certificate: '${env:A}${env:B}'}]",
            "values",
            Map.of("env:A", secret("a value beside an unknown one"))));
  }

  private void sources() {
    source("nothing", "a source of an unknown sort", "%s");
    source("agora-token-service", "a .env without an App ID", "APP_CERTIFICATE=%s");
    source("agora-token-service", "a line without a name", "%s");
    source("kandy-actg", "half a configuration", "{\"algos\":[{\"securityKey\":\"%s");
    source("kandy-actg", "a wrong configuration", "{\"algos\":{\"securityKey\":\"%s\"}}");
    source("hub-issuer", "no issuer key to import", "b%s");
    source("hub-issuer", "no IPFS key", "{\"Identity\":{\"PrivKey\":\"CAES%s\"}}");
    source("hub-keys", "a key without a name", "{\"secret\":\"%s\"}");
    source("sunbird-kong", "no Kong", "consumers: [secret, %s]");
    source(
        "sunbird-kong",
        "a consumer that is refused",
        "consumers: [{username: a b, jwt_secrets: [{key: k, secret: %s}]}]");
  }

  private void source(String from, String name, String text) {
    operator.refused(
        "/api/v1/import", Map.of("from", from, "text", text.replace("%s", secret(name))));
  }

  private String secret(String name) {
    return canaries.add(name, BusyRun.hex(random));
  }
}
