package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.agora.Lobby.CERTIFICATE;
import static dev.jeton.tokens.agora.Lobby.HOUR;
import static dev.jeton.tokens.agora.Lobby.after;
import static dev.jeton.tokens.agora.Lobby.publisher;
import static dev.jeton.tokens.agora.Lobby.token;
import static dev.jeton.tokens.agora.Lobby.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is minted always fits what a verifier reads; the rest is refused in plain words. */
class LimitsTest {
  /** Bytes around the two user ids of a token with two RTM services. */
  private static final int AROUND_TWO_LOGINS = 34 + 34 + 4 + 4 + 4 + 2 + 2 * (2 + 2 + 6 + 2);

  @ParameterizedTest
  @ValueSource(ints = {65_535, 65_536})
  void contentUpTo64KiBIsMinted(int length) {
    AccessToken2 token = token().rtm(random(60_000), HOUR).rtm(rest(length), HOUR);

    String text = token.sign(CERTIFICATE);

    assertThat(accepted(RawAccessToken2.parse(text)).payload()).hasSize(length);
    accepted(verify(text, after(0)));
  }

  @Test
  void contentBeyond64KiBIsNot() {
    AccessToken2 token = token().rtm(random(60_000), HOUR).rtm(rest(65_537), HOUR);

    assertThatThrownBy(() -> token.sign(CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the token's content would exceed 65536 bytes");
  }

  /** Even bytes that take nine bits each: the text of the worst content stays below the limit. */
  @Test
  void theWorstContentIsReadBack() {
    Random random = new Random(1);
    StringBuilder twoBytesEach = new StringBuilder();
    for (int i = 0; i < 32_600; i++) {
      twoBytesEach.append((char) (0x400 + random.nextInt(0x300)));
    }

    String text = token().rtm(twoBytesEach.toString(), HOUR).sign(CERTIFICATE);

    assertThat(text.length()).isBetween(90_000, RawAccessToken2.MAX_TEXT_LENGTH);
    accepted(verify(text, after(0)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "€"})
  void aTextOf65536BytesIsTooLong(String character) {
    String text = character.repeat(
        65_536 / character.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + 1);

    assertThatThrownBy(() -> token().rtm(text, HOUR).sign(CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "(a text in a token has at most 65535|the token's content would exceed 65536) bytes");
    accepted(verify(publisher(), after(0)));
  }

  @Test
  void aTokenAfterARefusedOneIsWhole() {
    String before = publisher().sign(CERTIFICATE);
    assertThatThrownBy(() -> publisher().rtm("x".repeat(65_535), HOUR).sign(CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(publisher().sign(CERTIFICATE)).isEqualTo(before);
  }

  @Test
  void textWithoutAUtf8FormIsRefused() {
    assertThatThrownBy(() -> token().rtm("half \ud83d", HOUR).sign(CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("text with half a surrogate pair has no UTF-8 form");
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 4_294_967_296L})
  void timesOutside32BitsAreRefused(long seconds) {
    assertThatThrownBy(() -> token().issuedAt(seconds))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> token().validFor(seconds))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> token().chatApp(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0..4294967295 seconds, not " + seconds);
    assertThatThrownBy(() -> Lobby.publisher006().endsAt(seconds))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLastSecondsOf32BitsWork() {
    AccessToken2 token = AccessToken2.forApp(Lobby.APP_ID)
        .issuedAt(4_294_967_295L)
        .validFor(4_294_967_295L)
        .salt(-1)
        .rtm("alice", Duration.ofSeconds(4_294_967_295L));

    VerifiedAgoraToken verified =
        accepted(verify(token, Expected.at(Instant.ofEpochSecond(4_294_967_295L + 86_399))));

    assertThat(verified.expiresAt()).isEqualTo(Instant.ofEpochSecond(4_294_967_295L + 86_400));
  }

  @Test
  void partsOfSecondsAreRefusedRatherThanRounded() {
    assertThatThrownBy(() -> token().validFor(Duration.ofMillis(1500)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the lifetime is whole seconds, not PT1.5S");
  }

  @Test
  void whatWasForgottenIsNamed() {
    AccessToken2 empty = AccessToken2.forApp(Lobby.APP_ID);
    assertThatThrownBy(() -> empty.sign(CERTIFICATE)).hasMessage("an AccessToken2 needs issuedAt");
    empty.issuedAt(1);
    assertThatThrownBy(() -> empty.sign(CERTIFICATE)).hasMessage("an AccessToken2 needs validFor");
    empty.validFor(1);
    assertThatThrownBy(() -> empty.sign(CERTIFICATE)).hasMessage("an AccessToken2 needs salt");
    empty.salt(1);
    assertThatThrownBy(() -> empty.sign(CERTIFICATE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("an AccessToken2 needs at least one service");
  }

  private static String rest(int length) {
    return random(length - AROUND_TWO_LOGINS - 60_000);
  }

  private static String random(int length) {
    Random random = new Random(length);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append((char) (' ' + random.nextInt(95)));
    }
    return text.toString();
  }
}
