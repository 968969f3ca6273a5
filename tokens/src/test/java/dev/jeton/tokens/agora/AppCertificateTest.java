package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.agora.Lobby.APP_ID;
import static dev.jeton.tokens.agora.Lobby.CHANNEL;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The certificate's form, its silence, and the key that it keeps for a second. */
class AppCertificateTest {
  private static final int THREADS = 8;
  private static final int TOKENS_EACH = 2_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5CFd2fd1755d40ecb72977518be15d3",
        "5CFd2fd1755d40ecb72977518be15d3b0",
        "5CFd2fd1755d40ecb72977518be15d3g",
        "5CFd2fd1755d40ecb72977518be15d3\n",
        "5CFd2fd1755d40ecb72977518be15dé"
      })
  void anythingButHexDigitsIsRefusedWithoutRepeatingIt(String wrong) {
    assertThatThrownBy(() -> AppCertificate.of(Secret.ofText(wrong)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("an App Certificate is 32 hex digits")
        .hasMessageNotContaining("5CFd2fd1755d");
  }

  @Test
  void theLetterCaseOfACertificateMatters() {
    String lower = Lobby.publisher().sign(Lobby.certificate("abcdefabcdefabcdefabcdefabcdefab"));
    String upper = Lobby.publisher().sign(Lobby.certificate("ABCDEFABCDEFABCDEFABCDEFABCDEFAB"));

    assertThat(lower).isNotEqualTo(upper);
  }

  @Test
  void itNeverPrintsItself() {
    AppCertificate certificate = Lobby.certificate(Lobby.CERTIFICATE_TEXT);
    Lobby.publisher().sign(certificate);

    assertThat(certificate).hasToString("AppCertificate[redacted]");
    assertThat(Certificates.of(certificate, certificate).toString())
        .doesNotContain(Lobby.CERTIFICATE_TEXT);
  }

  /** The key that is kept belongs to one second; changing seconds from many threads mixes nothing. */
  @Test
  void manyThreadsMintWithOneCertificateAndAllTokensVerify() throws Exception {
    AppCertificate certificate = Lobby.certificate(Lobby.CERTIFICATE_TEXT);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<List<String>>> minted = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int start = thread;
        minted.add(threads.submit(() -> mint(certificate, start)));
      }
      for (Future<List<String>> tokens : minted) {
        verify(tokens.get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError("a thread failed", e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<String> mint(AppCertificate certificate, int start) {
    AgoraVerifier sameCache = new AgoraVerifier(APP_ID, Certificates.of(certificate));
    List<String> tokens = new ArrayList<>(TOKENS_EACH);
    for (int i = 0; i < TOKENS_EACH; i++) {
      long second = Lobby.ISSUED + (start + i) % 3;
      String token = AccessToken2.forApp(APP_ID)
          .issuedAt(second)
          .validFor(HOUR)
          .salt(start * TOKENS_EACH + i)
          .rtc(CHANNEL, USER, RtcRole.PUBLISHER, HOUR)
          .sign(certificate);
      accepted(sameCache.verify(token, Expected.at(Instant.ofEpochSecond(second))));
      tokens.add(token);
    }
    return tokens;
  }

  /** With a certificate of its own, whose kept key no other thread has touched. */
  private static void verify(List<String> tokens) {
    AgoraVerifier verifier =
        new AgoraVerifier(APP_ID, Certificates.of(Lobby.certificate(Lobby.CERTIFICATE_TEXT)));
    Expected expected =
        Expected.at(Instant.ofEpochSecond(Lobby.ISSUED)).channel(CHANNEL).user(USER);
    assertThat(tokens).hasSize(TOKENS_EACH);
    tokens.forEach(token -> accepted(verifier.verify(token, expected)));
  }
}
