package dev.jeton.server.agora.kick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.WireClient.WireAnswer;
import dev.jeton.server.agora.Projects;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.http.RecordingAudit;
import dev.jeton.server.http.TestServer;
import dev.jeton.server.settings.LiveSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KickDoorTest {
  private static final String PATH = "/api/v1/agora/projects/shop/kick";
  private static final String SECRET = "customer-secret-for-tests";
  private static final Map<String, List<String>> CUSTOMER =
      Map.of("agora.customer-id", List.of("cust"), "agora.customer-secret", List.of(SECRET));

  private final StandIn agora = new StandIn();
  private final RecordingAudit audit = new RecordingAudit();
  private TestServer server = server(Duration.ofSeconds(5), CUSTOMER);

  private TestServer server(Duration patience, Map<String, List<String>> customer) {
    LiveSettings live = new LiveSettings(new KickSection().live(), customer);
    BanningRules rules = new BanningRules(new KickSettings(agora.url()), patience);
    return new TestServer(audit, new KickDoor(Projects.of("shop"), live, rules, audit));
  }

  @AfterEach
  void stop() {
    server.close();
    agora.close();
  }

  @Test
  void agoraIsAskedWithTheAccountsProofAndItsAnswerIsTold() throws IOException {
    WireAnswer answer =
        kick("{`channel`:`lobby`,`uid`:42,`privileges`:[`publish_audio`],`timeSeconds`:600}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"kicked\":true")
        .contains("\"agora\":{\"status\":200,\"rule\":1953,\"message\":\"success\"}");
    assertThat(agora.requests)
        .containsExactly("POST /dev/v1/kicking-rule {\"appid\":\"" + Projects.APP_ID
            + "\",\"cname\":\"lobby\",\"uid\":42,\"time_in_seconds\":600,"
            + "\"privileges\":[\"publish_audio\"]}");
    assertThat(agora.proofs)
        .containsExactly("Basic "
            + Base64.getEncoder()
                .encodeToString(("cust:" + SECRET).getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whoeverIsKickedIsKeptOutForLongerThanAnyTokenLives() throws IOException {
    assertThat(kick("{`uid`:`4294967295`}").status()).isEqualTo(200);
    assertThat(kick("{`ip`:`192.0.2.7`}").status()).isEqualTo(200);
    assertThat(agora.requests.get(0))
        .endsWith(
            "\"uid\":4294967295,\"time_in_seconds\":86430,\"privileges\":[\"join_channel\"]}");
    assertThat(agora.requests.get(1)).contains("\"ip\":\"192.0.2.7\"").doesNotContain("uid");
  }

  @Test
  void theAuditHasItBeforeAndAfterAndTheSecretIsNowhere() throws IOException {
    kick("{`channel`:`lobby`,`uid`:42}");
    assertThat(audit.rows).extracting(AuditRow::outcome).containsExactly("asked", "done");
    assertThat(audit.rows.get(1).details())
        .containsEntry("rule", "1953")
        .containsEntry("channel", "lobby")
        .containsEntry("project", "shop");
    assertThat(audit.rows.get(0).people().byRole()).containsEntry("user", List.of("42"));
    assertThat(audit.rows.toString() + audit.rows.get(0).details()).doesNotContain(SECRET);
  }

  @Test
  void whatAgoraRefusesIsRefusedInItsWords() throws IOException {
    agora.status = 401;
    agora.body = "{\"message\":\"Invalid\\u0007 authentication credentials\"}";
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body())
        .contains("agora-refused", "Agora answers 401: Invalid? authentication credentials")
        .contains("agora.customer-id")
        .doesNotContain(SECRET);
    assertThat(audit.notes).extracting(AuditRow::code).containsExactly("agora-refused");
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    agora.status = 302;
    assertThat(kick("{`uid`:42}").body()).contains("agora-moved");
    assertThat(agora.requests).hasSize(1);
  }

  @Test
  void ofASlowAgoraNobodyKnowsWhetherItWasDone() throws IOException {
    restart(Duration.ofMillis(300), CUSTOMER);
    agora.silent = true;
    WireAnswer silent = kick("{`uid`:42}");
    assertThat(silent.status()).isEqualTo(504);
    assertThat(silent.body()).contains("agora-silent");
    agora.silent = false;
    agora.stalling = true;
    assertThat(kick("{`uid`:42}").body()).contains("agora-silent");
    assertThat(audit.notes.get(1).details()).containsEntry("done", "unknown");
  }

  @Test
  void anAgoraThatIsGoneIsNotReached() throws IOException {
    agora.close();
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("agora-unreachable", "so nobody was kicked out");
  }

  @Test
  void anAnswerWithoutEndIsNotReadToItsEnd() throws IOException {
    agora.body = "x".repeat(200_000);
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.body()).contains("agora-unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fine", "", "[]", "{}", "{\"status\":\"pending\",\"id\":7}"})
  void onlyWhatAgoraDocumentsAsSuccessIsOne(String body) throws IOException {
    agora.body = body;
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(504);
    assertThat(answer.body()).contains("agora-unreadable", "nobody knows");
    assertThat(audit.notes.get(0).details()).containsEntry("done", "unknown");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 500, 502, 503, 504})
  void whenAgoraItselfFailsNobodyKnowsWhetherItWasDone(int status) throws IOException {
    agora.status = status;
    agora.body = "{\"message\":\"internal\"}";
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.body()).contains("agora-failed", "answers " + status, "nobody knows");
    assertThat(audit.notes.get(0).details()).containsEntry("done", "unknown");
  }

  @Test
  void whatFailsInTlsIsNotAskedOnlyWhereJetonItselfDoesNotTrustTheCertificate() {
    BanningRules rules = new BanningRules(new KickSettings(agora.url()), Duration.ofSeconds(1));
    Throwable distrust = new SSLHandshakeException("no path")
        .initCause(new IOException(new CertificateException("nobody's")));
    assertThat(rules.failed(distrust).code()).isEqualTo("agora-untrusted");
    assertThat(rules.failed(distrust).unknown()).isFalse();
    for (SSLException later : List.of(
        new SSLException("Received fatal alert: internal_error"),
        new SSLHandshakeException("Received fatal alert: certificate_required"),
        new SSLProtocolException("broken record"))) {
      assertThat(rules.failed(later).unknown()).as(later.getMessage()).isTrue();
      assertThat(rules.failed(later).code()).isEqualTo("agora-unreadable");
    }
  }

  @Test
  void withoutTheAccountAgoraIsNotAsked() throws IOException {
    restart(Duration.ofSeconds(5), Map.of());
    WireAnswer answer = kick("{`uid`:42}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body()).contains("no-customer", "agora.customer-secret");
    assertThat(agora.requests).isEmpty();
  }

  @Test
  void whatTheAuditCannotHoldIsNotAskedFor() throws IOException {
    audit.broken = true;
    assertThat(kick("{`uid`:42}").status()).isEqualTo(503);
    assertThat(agora.requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{}|wrong-target",
        "{`uid`:42,`ip`:`192.0.2.7`}|wrong-target",
        "{`uid`:0}|wrong-member",
        "{`uid`:`0`}|wrong-uid",
        "{`channel`:`*`}|wrong-channel",
        "{`ip`:`example.com`}|wrong-ip",
        "{`uid`:42,`privileges`:[]}|wrong-privileges",
        "{`uid`:42,`privileges`:[`all`]}|wrong-privileges",
        "{`uid`:42,`timeSeconds`:5}|wrong-time",
        "{`uid`:42,`timeSeconds`:86431}|wrong-member",
        "{`user`:`ann`}|unknown-member"
      })
  void whatAgoraWouldNotTakeOrTakeForEverybodyIsRefused(String body, String code)
      throws IOException {
    WireAnswer answer = kick(body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"" + code + "\"");
    assertThat(agora.requests).isEmpty();
  }

  @Test
  void itIsForOperators() throws IOException {
    assertThat(server.client.post(PATH, "{\"uid\":42}").status()).isEqualTo(401);
  }

  private void restart(Duration patience, Map<String, List<String>> customer) {
    server.close();
    server = server(patience, customer);
  }

  /** ` is a quote. */
  private WireAnswer kick(String body) throws IOException {
    return server.client.post(PATH, body.replace('`', '"'), TestServer.PROOF);
  }
}
