package dev.jeton.tokens.hub;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jeton.tokens.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {
  private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
  private static final BoundChallenge BOUND = bound("hub.example.org", "chat");

  @Test
  void aBareChallengeIs32BytesThatDifferEachTime() {
    Random random = new Random(1);
    Challenge.Bare challenge = Challenge.Bare.random(random);
    assertThat(challenge.bytes())
        .hasSize(32)
        .isNotEqualTo(Challenge.Bare.random(random).bytes());
  }

  @Test
  void theOwnersSignatureIsTheRightAnswerAndNoOther() {
    for (Challenge challenge : List.of(Challenge.Bare.random(new Random(1)), BOUND)) {
      Libp2pPublicKey owner = Keys.IDENTITY.publicKey();
      byte[] signature = Keys.IDENTITY.sign(challenge.bytes());
      assertThat(accepted(challenge.answeredBy(owner, signature))).isEqualTo(owner);
      assertThat(reason(challenge.answeredBy(Keys.ISSUER.publicKey(), signature)))
          .isEqualTo(Reason.BAD_SIGNATURE);
      assertThat(reason(bound("hub.example.org", "video").answeredBy(owner, signature)))
          .isEqualTo(Reason.BAD_SIGNATURE);
      for (int length : new int[] {0, 1, 63, 65, 1000}) {
        assertThat(reason(challenge.answeredBy(owner, java.util.Arrays.copyOf(signature, length))))
            .isEqualTo(Reason.BAD_SIGNATURE);
      }
    }
  }

  @Test
  void aBoundChallengeSaysInClearTextForWhomItIs() {
    assertThat(new String(BOUND.bytes(), StandardCharsets.US_ASCII))
        .isEqualTo("""
        jeton-hub-challenge-v1
        Whoever has this signature can sign in to the domain below as you.
        domain: hub.example.org
        audience: chat
        issued: 2026-11-01T12:00:00Z
        expires: 2026-11-01T12:01:00Z
        nonce: %s""".formatted(BOUND.nonce()));
    assertThat(BOUND.nonce()).matches("b[a-z2-7]{52}");
  }

  @Test
  void whatIsWrittenIsReadTheSame() {
    BoundChallenge read = accepted(BoundChallenge.parse(BOUND.bytes()));
    assertThat(read.bytes()).isEqualTo(BOUND.bytes());
    assertThat(read.domain()).isEqualTo("hub.example.org");
    assertThat(read.audience()).isEqualTo("chat");
    assertThat(read.issuedAt()).isEqualTo(NOW);
    assertThat(read.expiresAt()).isEqualTo(NOW.plusSeconds(60));
    assertThat(read.nonce()).isEqualTo(BOUND.nonce());
    assertThat(BoundChallenge.looksLike(BOUND.bytes())).isTrue();
    assertThat(BoundChallenge.looksLike(Challenge.Bare.random(new Random(1)).bytes()))
        .isFalse();
    assertThat(BoundChallenge.looksLike(new byte[0])).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "hub.example.org, hub.example.org.",
    "hub.example.org, Hub.example.org",
    "hub.example.org, hub.example.org:0",
    "hub.example.org, hub..example.org",
    "hub.example.org, https://hub.example.org",
    "hub.example.org, 'hub.example.org '",
    "chat, ''",
    "chat, 'c h'",
    "'domain: ', 'domain:'",
    "'audience: ', 'domain: '",
    "12:01:00Z, 12:00:00Z",
    "12:01:00Z, 12:01:00.000Z",
    "12:01:00Z, 12:01:00.500Z",
    "12:00:00Z, 12:00:00.500Z",
    "hub.example.org, hub.example.org:65536",
    "12:01:00Z, 12:01:00+00:00",
    "2026-11-01T12:01, +12026-11-01T12:01",
    "nonce: b, nonce: B",
    "nonce: b, nonce: baa",
    "jeton-hub-challenge-v1, jeton-hub-challenge-v2"
  })
  void anotherSpellingIsMalformed(String right, String wrong) {
    String text = new String(BOUND.bytes(), StandardCharsets.US_ASCII);
    assertThat(text).contains(right);
    byte[] changed = text.replace(right, wrong).getBytes(StandardCharsets.US_ASCII);
    assertThat(reason(BoundChallenge.parse(changed))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void nothingMayStandAroundIt() {
    String text = new String(BOUND.bytes(), StandardCharsets.US_ASCII);
    for (String wrong : List.of(
        text + "\n", "\n" + text, text.replace("\n", "\r\n"), text + "\0", "", text + "é")) {
      assertThat(reason(BoundChallenge.parse(wrong.getBytes(StandardCharsets.UTF_8))))
          .isEqualTo(Reason.MALFORMED);
    }
    assertThat(reason(BoundChallenge.parse(new byte[1025]))).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void itIsForOneDomainOneAudienceAndOneMinute() {
    assertThat(accepted(BOUND.check("hub.example.org", "chat", NOW))).isSameAs(BOUND);
    assertThat(reason(BOUND.check("hub.example.net", "video", NOW)))
        .isEqualTo(Reason.ISSUER_MISMATCH);
    assertThat(reason(BOUND.check("hub.example.org", "video", NOW)))
        .isEqualTo(Reason.AUDIENCE_MISMATCH);
    accepted(at(NOW.minusSeconds(60)));
    assertThat(reason(at(NOW.minusSeconds(60).minusNanos(1)))).isEqualTo(Reason.NOT_YET_VALID);
    accepted(at(NOW.plusSeconds(60).minusNanos(1)));
    assertThat(reason(at(NOW.plusSeconds(60)))).isEqualTo(Reason.CHALLENGE_EXPIRED);
    assertThat(reason(at(NOW.plusSeconds(61)))).isEqualTo(Reason.CHALLENGE_EXPIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "localhost:8080", "127.0.0.1:3000", "a", "xn--bcher-kva.example"})
  void aDomainIsAHostNameWithOrWithoutAPort(String domain) {
    assertThat(accepted(BoundChallenge.parse(bound(domain, "!~").bytes())).domain())
        .isEqualTo(domain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "a.",
        ".a",
        "a b",
        "A",
        "a:",
        "a:00",
        "a:123456",
        "[::1]",
        "a/b",
        "ä",
        "a\nb",
        "a\n"
      })
  void whatIsNoDomainIsRefused(String domain) {
    assertThatIllegalArgumentException().isThrownBy(() -> bound(domain, "chat"));
  }

  @Test
  void aLongNameIsBoundedAndEveryChallengeThatIsMadeCanBeRead() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, label.substring(2)) + ":65535";
    assertThat(longest).hasSize(259);
    accepted(BoundChallenge.parse(bound(longest, "~".repeat(255)).bytes()));
    assertThatIllegalArgumentException().isThrownBy(() -> bound(label + "a", "chat"));
    assertThatIllegalArgumentException().isThrownBy(() -> bound("a", "~".repeat(256)));
  }

  @Test
  void aChallengeLivesAtLeastASecond() {
    for (Duration wrong : List.of(
        Duration.ZERO,
        Duration.ofMillis(999),
        Duration.ofDays(-1),
        Duration.ofSeconds(Long.MAX_VALUE))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> BoundChallenge.random("a", "chat", NOW, wrong, new Random(1)));
    }
  }

  private static dev.jeton.tokens.Outcome<BoundChallenge> at(Instant now) {
    return BOUND.check("hub.example.org", "chat", now);
  }

  private static BoundChallenge bound(String domain, String audience) {
    return BoundChallenge.random(
        domain, audience, NOW.plusMillis(7), Duration.ofSeconds(60), new Random(1));
  }
}
