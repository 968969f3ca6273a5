package dev.jeton.server.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.hub.Expected;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.VerifiedHubToken;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubIssuersTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final Libp2pPrivateKey KEY = Libp2pPrivateKey.random(new Random(1));
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(2));

  @Test
  void anIssuerIsFoundByNameAndByPublicKey() {
    HubIssuers issuers = issuers(TokenForm.DEFAULT, false);
    assertThat(issuers.named("chat")).isPresent().isEqualTo(issuers.standard());
    assertThat(issuers.named(KEY.publicKey().text())).isEqualTo(issuers.named("chat"));
    assertThat(issuers.named(USER.publicKey().text())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HUB_EXACT,", "DEFAULT,CLAIM_MISSING"})
  void tokensWithoutAnEndCountOnlyWhereTheIssuerMakesSuch(TokenForm form, @Nullable Reason reason) {
    String endless = HubToken.hubExact(USER.publicKey(), NOW).signedBy(KEY);
    assertVerified(issuers(form, false), endless, reason);
  }

  @ParameterizedTest
  @CsvSource({"true,", "false,ALG_NOT_ALLOWED"})
  void theOldNameOfTheAlgorithmCountsOnlyWhereTheSettingsSaySo(
      boolean accept, @Nullable Reason reason) {
    String claims = "{\"exp\":%d,\"iat\":%d,\"iss\":\"%s\",\"sub\":\"%s\"}"
        .formatted(
            NOW.getEpochSecond() + 60,
            NOW.getEpochSecond(),
            KEY.publicKey().text(),
            USER.publicKey().text());
    String signed = encoded("{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}") + "." + encoded(claims);
    byte[] signature = KEY.sign(signed.getBytes(StandardCharsets.US_ASCII));
    String token = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    assertVerified(issuers(TokenForm.DEFAULT, accept), token, reason);
  }

  private static void assertVerified(HubIssuers issuers, String token, @Nullable Reason reason) {
    Outcome<VerifiedHubToken> outcome =
        issuers.verifier(KEY.publicKey(), NOW).orElseThrow().verify(token, Expected.at(NOW));
    if (reason == null) {
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    } else {
      assertThat(((Outcome.Refused<VerifiedHubToken>) outcome).reason()).isEqualTo(reason);
    }
  }

  private static HubIssuers issuers(TokenForm form, boolean acceptEdDsa) {
    TokenShape shape = new TokenShape(form, Duration.ofHours(1), "chat");
    HubIssuers issuers = new HubIssuers(acceptEdDsa);
    issuers.hold(List.of(KeptIssuer.fixed(new HubIssuer("chat", KEY, shape), false)));
    return issuers;
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
