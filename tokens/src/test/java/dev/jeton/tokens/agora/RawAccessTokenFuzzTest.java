package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** As {@link RawAccessToken2FuzzTest}, for 006: any text, any content and any expected names. */
class RawAccessTokenFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void parse(byte[] data) {
    String asText = new String(data, StandardCharsets.UTF_8);
    String asChars = new String(data, StandardCharsets.UTF_16BE);
    String asContent = "006" + Lobby.APP_ID + Base64.getEncoder().encodeToString(data);
    for (String text : new String[] {asText, "006" + Lobby.APP_ID + asText, asContent}) {
      Expected named =
          Lobby.after(0).channel(new Channel(asChars)).user(AgoraUser.account(asChars));
      assertThat(Lobby.verify(text, named)).isInstanceOf(Outcome.Refused.class);
      assertThat(Lobby.verify(text, Lobby.joining(0))).isInstanceOf(Outcome.Refused.class);
      if (RawAccessToken.parse(text) instanceof Outcome.Accepted<RawAccessToken> parsed) {
        RawAccessToken token = parsed.value();
        assertThat(token.signature()).hasSize(32);
        assertThat(token.privileges())
            .isEqualTo(Privileges.of(token.privileges().asMap()));
        assertThat(token.expiresAt().getEpochSecond()).isBetween(0L, 0xffff_ffffL);
      }
    }
  }
}
