package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;

/**
 * Any text, and any bytes behind the compression, are read or refused: nothing is thrown, nothing is
 * accepted without a signature, and what was read is minted and read again as the same.
 *
 * <p>All fuzz tests replay their seeds ({@code src/test/resources/.../<Class>Inputs}) in every build.
 * To search for a minute with one of them:
 *
 * <pre>{@code
 * JAZZER_FUZZ=1 ./mvnw -pl tokens test -Dtest=RawAccessToken2FuzzTest
 * }</pre>
 *
 * What fails is written beside the seeds; mend it and commit it as one more seed.
 */
class RawAccessToken2FuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    check(new String(data, StandardCharsets.UTF_8));
    check("007" + new String(data, StandardCharsets.ISO_8859_1));
    check(HandMade007.text(HandMade007.deflate(data, Deflater.NO_COMPRESSION)));
  }

  private static void check(String text) {
    assertThat(Lobby.verify(text, Lobby.joining(0))).isInstanceOf(Outcome.Refused.class);
    if (RawAccessToken2.parse(text) instanceof Outcome.Accepted<RawAccessToken2> parsed) {
      mintAgain(parsed.value());
    }
  }

  private static void mintAgain(RawAccessToken2 token) {
    if (token.services().isEmpty()) {
      return;
    }
    AccessToken2 again = AccessToken2.forApp(token.appId())
        .issuedAt(token.issuedAt())
        .validFor(token.lifetimeSeconds())
        .salt((int) token.salt());
    token.services().forEach(again::service);
    RawAccessToken2 read = accepted(RawAccessToken2.parse(again.sign(Lobby.CERTIFICATE)));
    assertThat(read.complete()).isTrue();
    assertThat(read.services()).containsExactlyInAnyOrderElementsOf(token.services());
    assertThat(read.salt()).isEqualTo(token.salt());
  }
}
