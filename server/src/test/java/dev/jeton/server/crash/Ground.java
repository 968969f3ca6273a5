package dev.jeton.server.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.RunningServer;
import dev.jeton.server.RunningServer.Answer;
import dev.jeton.server.admin.LampKind;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Certificates;
import dev.jeton.tokens.agora.Expected;
import java.time.Instant;

/** What is administered while the server is killed. */
enum Ground {
  /** By the process without a framework. */
  LAMPS("lamp", LampKind.PATH, "code", "colour") {
    @Override
    String written(int value) {
      return "\"c" + value + "\"";
    }

    @Override
    boolean counts(String secret, JsonNode one, RunningServer server, String proof) {
      return one.path("fingerprint").asText().equals(LampKind.fingerprint(secret));
    }
  },

  /** By the whole server, which mints with what it has. */
  PROJECTS("agora-project", "/api/v1/agora/projects", "certificate", "defaultTtlSeconds") {
    @Override
    String written(int value) {
      return Integer.toString(value);
    }

    @Override
    boolean counts(String secret, JsonNode one, RunningServer server, String proof) {
      Answer minted = server.post(
          "/api/v1/tokens/agora/rtc",
          "{\"project\":\"%s\",\"channel\":\"lobby\",\"uid\":1,\"role\":\"publisher\"}"
              .formatted(one.path("name").asText()),
          "Authorization",
          proof);
      AgoraVerifier verifier = new AgoraVerifier(
          new AppId(one.path("appId").asText()),
          Certificates.of(AppCertificate.of(Secret.ofText(secret))));
      return verifier.verify(minted.json().path("token").asText(), Expected.at(Instant.now()))
          instanceof Outcome.Accepted;
    }
  };

  final String kind;
  final String path;
  final String secret;
  final String member;

  Ground(String kind, String path, String secret, String member) {
    this.kind = kind;
    this.path = path;
    this.secret = secret;
    this.member = member;
  }

  /** A value of the member that is changed, as it stands in JSON. */
  abstract String written(int value);

  /** Whether that secret is the one that the server works with. */
  abstract boolean counts(String secret, JsonNode one, RunningServer server, String proof);
}
