package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.joining;
import static dev.jeton.tokens.agora.Lobby.publisher;
import static dev.jeton.tokens.agora.Lobby.publisher006;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** Whatever is changed about a signed token, it is not accepted any more. */
class TamperedTokenTest {
  private static final int APP_ID_AND_VERSION = 3 + 32;

  @Test
  void noBitOfA007PayloadCanBeFlipped() {
    byte[] payload =
        accepted(RawAccessToken2.parse(publisher().sign(CERTIFICATE))).payload();

    accepted(verify(stored(payload), joining(0)));
    for (int bit = 0; bit < payload.length * 8; bit++) {
      assertThat(verify(stored(flipped(payload, bit)), joining(0)))
          .as("bit %d", bit)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void noBitOfA006ContentCanBeFlipped() {
    String text = publisher006().sign(CERTIFICATE);
    byte[] content = Base64.getDecoder().decode(text.substring(APP_ID_AND_VERSION));
    String start = text.substring(0, APP_ID_AND_VERSION);

    accepted(verify(text, joining(0)));
    for (int bit = 0; bit < content.length * 8; bit++) {
      String changed = start + Base64.getEncoder().encodeToString(flipped(content, bit));
      assertThat(verify(changed, joining(0))).as("bit %d", bit).isInstanceOf(Outcome.Refused.class);
    }
  }

  /** The App ID of a 006 token stands in the open, with letters whose case the signature covers. */
  @Test
  void noCharacterOfA006AppIdCanBeChanged() {
    String text = publisher006().sign(CERTIFICATE);
    for (int i = 3; i < APP_ID_AND_VERSION; i++) {
      char other = text.charAt(i) == 'C' ? 'c' : text.charAt(i) == '0' ? '1' : '0';
      String changed = text.substring(0, i) + other + text.substring(i + 1);
      assertThat(reason(verify(changed, joining(0)))).isEqualTo(Reason.APP_ID_MISMATCH);
    }
  }

  /** A payload may be compressed in many ways, so its text may differ; its content may not. */
  @Test
  void noCharacterOfA007TextChangesWhatIsAccepted() {
    String text = publisher().sign(CERTIFICATE);
    byte[] payload = accepted(RawAccessToken2.parse(text)).payload();
    for (int i = 0; i < text.length(); i++) {
      for (char c : new char[] {'A', 'Q', 'g', 'w', '5', '/', '+', '=', '-', ' ', 'é'}) {
        String changed = text.substring(0, i) + c + text.substring(i + 1);
        if (verify(changed, joining(0)) instanceof Outcome.Accepted<?>) {
          assertThat(accepted(RawAccessToken2.parse(changed)).payload()).isEqualTo(payload);
        }
      }
    }
  }

  @Test
  void noPrefixOfATokenIsAToken() {
    for (String text :
        new String[] {publisher().sign(CERTIFICATE), publisher006().sign(CERTIFICATE)}) {
      for (int length = 0; length < text.length(); length++) {
        assertThat(verify(text.substring(0, length), joining(0)))
            .as("the first %d characters", length)
            .isInstanceOf(Outcome.Refused.class);
      }
    }
  }

  @Test
  void noPrefixOfAPayloadIsAPayload() {
    byte[] payload =
        accepted(RawAccessToken2.parse(publisher().sign(CERTIFICATE))).payload();
    for (int length = 0; length < payload.length; length++) {
      assertThat(reason(verify(stored(Arrays.copyOf(payload, length)), joining(0))))
          .as("the first %d bytes", length)
          .isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void bytesBehindTheServicesAreSignedToo() {
    byte[] payload =
        accepted(RawAccessToken2.parse(publisher().sign(CERTIFICATE))).payload();

    assertThat(reason(verify(stored(Arrays.copyOf(payload, payload.length + 1)), joining(0))))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  private static String stored(byte[] payload) {
    return HandMade007.text(HandMade007.deflate(payload, Deflater.NO_COMPRESSION));
  }

  private static byte[] flipped(byte[] bytes, int bit) {
    byte[] copy = bytes.clone();
    copy[bit / 8] ^= (byte) (1 << bit % 8);
    return copy;
  }
}
