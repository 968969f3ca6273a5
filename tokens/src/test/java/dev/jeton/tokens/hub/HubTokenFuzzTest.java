package dev.jeton.tokens.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Any text is refused, and any claims under a right signature are taken or refused. */
class HubTokenFuzzTest {
  private static final HubVerifier VERIFIER =
      HubVerifier.of(Keys.ISSUER.publicKey()).acceptingEdDsa().allowingNoExpiry();
  private static final Expected EXPECTED =
      Expected.at(Instant.parse("2026-11-01T12:00:00Z")).audience("chat");
  private static final String HEADER =
      base64("{\"alg\":\"Ed25519\"}".getBytes(StandardCharsets.UTF_8));

  @FuzzTest(maxDuration = "1m")
  void verify(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    assertThat(VERIFIER.verify(text, EXPECTED)).isInstanceOf(Outcome.Refused.class);
    if (RawHubToken.parse(text) instanceof Outcome.Accepted<RawHubToken> raw) {
      raw.value().isIdentityToken();
    }
    String signed = HEADER + "." + base64(data);
    String token =
        signed + "." + base64(Keys.ISSUER.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    if (VERIFIER.verify(token, EXPECTED) instanceof Outcome.Accepted<VerifiedHubToken> verified) {
      assertThat(verified.value().audience()).contains("chat");
      assertThat(verified.value().issuer()).isEqualTo(Keys.ISSUER.publicKey());
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
