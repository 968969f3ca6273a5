package dev.jeton.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Minting, verifying and inspecting. */
class HubTest {
  static final Libp2pPrivateKey ISSUER = Libp2pPrivateKey.random(new Random(11));
  static final Libp2pPrivateKey OTHER = Libp2pPrivateKey.random(new Random(12));
  static final Libp2pPrivateKey IDENTITY = Libp2pPrivateKey.random(new Random(13));
  private static final String ISSUER_KEY = ISSUER.publicKey().text();
  private static final String IDENTITY_KEY = IDENTITY.publicKey().text();
  private static final String TOKEN = mint().line();
  private static final String FOR_CHAT = mint("--audience", "chat").line();
  private static final String EXACT = mint("--hub-exact").line();

  static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }

  static Run withIssuer() {
    return Run.bare().with("HUB_ISSUER_KEY", text(ISSUER.text()));
  }

  private static Result mint(String... options) {
    return withIssuer()
        .jeton(all(new String[] {"mint", "hub", "--identity", IDENTITY_KEY}, options));
  }

  private static Result verify(String... options) {
    return Run.bare().jeton(all(new String[] {"verify", "hub", "--issuer", ISSUER_KEY}, options));
  }

  private static String[] all(String[] first, String[] rest) {
    String[] all = java.util.Arrays.copyOf(first, first.length + rest.length);
    System.arraycopy(rest, 0, all, first.length, rest.length);
    return all;
  }

  @Test
  void showsWhatItVerified() {
    Result result = verify("--audience", "chat", FOR_CHAT);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out()).matches("""
        valid
          token     Hub identity token
          identity  %s
          key type  ed25519
          issuer    %s
          issued    2026-11-01T12:00:00Z, 0 s ago
          expires   2026-11-02T12:00:00Z, expires in 1 d
          id        b[a-z2-7]{26}
          audience  chat
        """.formatted(IDENTITY_KEY, ISSUER_KEY));
  }

  @Test
  void mintsForPrograms() {
    assertThat(mint("--json", "--ttl", "1h", "--audience", "chat").line())
        .matches("\\{\"platform\":\"hub\",\"issuer\":\"" + ISSUER_KEY + "\",\"identity\":\""
            + IDENTITY_KEY
            + "\",\"audience\":\"chat\",\"id\":\"b[a-z2-7]{26}\",\"token\":\"[^\"]+\","
            + "\"issuedAt\":\"2026-11-01T12:00:00Z\",\"expiresAt\":\"2026-11-01T13:00:00Z\","
            + "\"renewAt\":\"2026-11-01T12:55:00Z\"}");
  }

  @Test
  void mintsForTheUsualAudienceWhereNoneIsNamed() {
    assertThat(mint("--json").line()).contains("\"audience\":\"hub\"");
    assertThat(mint("--json", "--hub-exact").line()).doesNotContain("audience");
  }

  @Test
  void verifiesForPrograms() {
    assertThat(verify("--json", FOR_CHAT).line())
        .matches("\\{\"valid\":true,\"platform\":\"hub\",\"identity\":\"" + IDENTITY_KEY
            + "\",\"keyType\":\"ed25519\",\"issuer\":\"" + ISSUER_KEY
            + "\",\"issuedAt\":\"2026-11-01T12:00:00Z\",\"expiresAt\":\"2026-11-02T12:00:00Z\","
            + "\"id\":\"b[a-z2-7]{26}\",\"audience\":\\[\"chat\"\\],"
            + "\"unchecked\":\\[\"audience\"\\]\\}");
    assertThat(verify("--json", "--at", "2026-11-02T12:00:00Z", TOKEN).line())
        .isEqualTo("{\"valid\":false,\"reason\":\"EXPIRED\",\"detail\":\"its lifetime is over\"}");
  }

  @Test
  void aHubExactTokenHasToBeAllowed() {
    assertThat(mint("--hub-exact").err())
        .isEqualTo("warning: this token never ends and cannot be revoked by itself\n");
    assertThat(mint("--hub-exact").line()).isEqualTo(EXACT);
    assertRefused(
        verify(EXACT), "CLAIM_MISSING (it has no end (exp), as tokens of a Hub never had)");
    assertThat(verify("--allow-no-expiry", EXACT).out()).contains("  expires   never\n");
    assertThat(mint("--hub-exact", "--ttl", "1h").err())
        .startsWith("jeton: --hub-exact has neither end nor audience");
    assertThat(mint("--hub-exact", "--audience", "chat").status()).isEqualTo(2);
  }

  @Test
  void refusesWithReasonAndSentence() {
    assertRefused(
        Run.bare().jeton("verify", "hub", "--issuer", OTHER.publicKey().text(), TOKEN),
        "BAD_SIGNATURE (no key of the issuer signed it)");
    assertRefused(
        verify("--audience", "video", FOR_CHAT),
        "AUDIENCE_MISMATCH (it is not for this audience (aud))");
    assertRefused(
        verify("--require-all", FOR_CHAT),
        "CONTEXT_MISSING (not checked: audience; give --audience)");
    assertThat(verify("--require-all", "--audience", "hub", TOKEN).status()).isZero();
    assertRefused(verify("a.b.c"), "MALFORMED");
    assertRefused(verify("hello"), "MALFORMED");
    assertRefused(
        verify("--at", "2026-11-01T11:58:59Z", TOKEN),
        "IAT_IN_FUTURE (it was issued in the future; is one of the clocks wrong?)");
    assertThat(verify("--at", "2026-11-01T11:59:00Z", TOKEN).status()).isZero();
    assertThat(verify("--skew", "61s", "--at", "2026-11-01T11:58:59Z", TOKEN).status())
        .isZero();
  }

  @Test
  void takesSeveralKeysOfOneIssuer() {
    assertThat(verify("--issuer", OTHER.publicKey().text(), TOKEN).status()).isZero();
    assertThat(Run.bare().jeton("verify", "hub", TOKEN).err())
        .startsWith("jeton: missing: --issuer PUBLICKEY\n");
  }

  @Test
  void takesEdDsaOnlyWhenAsked() {
    String vector = "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE1OTA2NjcyMDAsImlzcyI6ImJiYWFy"
        + "ZWloa2pqd2doeXU0a2lmbDU1a3FwbWpzNXJwenN2ZHhubHY2eHo1emVxcTY1anVyaXJ3c2ZxIiwic3ViIjoiYmJh"
        + "YXJlaWVrcmRyNTI1YWo2Z2s3MnV3M2Z1Nmx1eGxzemp0cXRweTVzcWpieDQzdXJhYTNpZDNwbHEifQ.2FhIp-9_"
        + "4r0IGfRfIJWQUIew4a1tB25KqmYCS7lsSU3litzPRSL8UhP9fHCDd9LnGI-dMuOrtW-NHQb14L-aCQ";
    String issuer = "bbaareihkjjwghyu4kifl55kqpmjs5rpzsvdxnlv6xz5zeqq65jurirwsfq";
    assertRefused(
        Run.bare().jeton("verify", "hub", "--issuer", issuer, "--allow-no-expiry", vector),
        "ALG_NOT_ALLOWED");
    assertThat(Run.bare()
            .jeton(
                "verify", "hub", "--issuer", issuer, "--allow-no-expiry", "--accept-eddsa", vector)
            .status())
        .isZero();
    assertThat(Run.bare().jeton("inspect", vector).out())
        .startsWith("Hub identity token, nothing is verified\n  algorithm  EdDSA\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "alice | a public key is a text like bbaarei...; its first character names no base",
        "b | it is not a libp2p key message",
        "bbaareiabaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | anybody can forge"
      })
  void anIdentityIsASoundPublicKey(String identity, String why) {
    Result result = withIssuer().jeton("mint", "hub", "--identity", identity);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("jeton: --identity").contains(why);
    assertThat(result.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "367d", "-1"})
  void aLifetimeHasLimits(String ttl) {
    assertThat(mint("--ttl", ttl).status()).isEqualTo(2);
  }

  @Test
  void anotherSpellingOfAnIdentityIsTheSame() {
    Result result = withIssuer()
        .jeton(
            "mint",
            "hub",
            "--json",
            "--identity",
            "B" + IDENTITY_KEY.substring(1).toUpperCase(java.util.Locale.ROOT));
    assertThat(result.out()).contains("\"identity\":\"" + IDENTITY_KEY + "\"");
  }

  @Test
  void theIssuersKeyIsCheckedAndNeverRepeated() {
    Run run = Run.bare().with("HUB_ISSUER_KEY", IDENTITY_KEY);
    assertThat(run.jeton("mint", "hub", "--identity", IDENTITY_KEY).err())
        .startsWith(
            "jeton: HUB_ISSUER_KEY: the issuer key is a text like bbaareq...; it has 32 bytes,"
                + " as a public key has; a private key has 64 or 96\n")
        .doesNotContain(IDENTITY_KEY);
    assertThat(Run.bare().jeton("mint", "hub", "--identity", IDENTITY_KEY).err())
        .startsWith("jeton: no issuer key: set HUB_ISSUER_KEY or HUB_ISSUER_KEY_FILE");
    assertThat(Run.bare()
            .with("HUB_ISSUER_KEY", "")
            .jeton("mint", "hub", "--identity", IDENTITY_KEY)
            .status())
        .isEqualTo(2);
  }

  @Test
  void aPublishedKeyIsWarnedOf() {
    byte[] seed = new byte[32];
    java.util.Arrays.fill(seed, (byte) 7);
    Result result = Run.bare()
        .with(
            "HUB_ISSUER_KEY", text(Libp2pPrivateKey.ofSeed(Secret.ofBytes(seed)).text()))
        .jeton("mint", "hub", "--identity", IDENTITY_KEY);
    assertThat(result.status()).isZero();
    assertThat(result.err())
        .startsWith("warning: HUB_ISSUER_KEY: it is published in the test vectors of");
  }

  @Test
  void inspectReadsTokens() {
    assertThat(Run.bare().jeton("inspect", FOR_CHAT).out())
        .matches("""
        Hub identity token, nothing is verified
          algorithm  Ed25519
          identity   %s
          key type   ed25519
          issuer     %s
          issued     2026-11-01T12:00:00Z, 0 s ago
          expires    2026-11-02T12:00:00Z, expires in 1 d
          id         b[a-z2-7]{26}
          audience   chat
        """.formatted(IDENTITY_KEY, ISSUER_KEY));
    assertThat(Run.bare().jeton("inspect", EXACT).out()).contains("  expires    never\n");
    assertThat(Run.bare().jeton("inspect", "--json", EXACT).line())
        .isEqualTo("{\"recognised\":true,\"verified\":false,\"platform\":\"hub\","
            + "\"kind\":\"identityToken\",\"algorithm\":\"Ed25519\",\"identity\":\"" + IDENTITY_KEY
            + "\",\"keyType\":\"ed25519\",\"issuer\":\"" + ISSUER_KEY
            + "\",\"issuedAt\":\"2026-11-01T12:00:00Z\"}");
  }

  @Test
  void inspectReadsKeys() {
    assertThat(Run.bare().jeton("inspect", IDENTITY_KEY).out())
        .startsWith("Hub public key, ed25519, nothing is verified\n")
        .contains(IDENTITY_KEY);
    assertThat(Run.bare()
            .jeton("inspect", "bbabbeiidj42vxxfxzqfpokhphthlsyk5sbuexnnszjpylgvq6c3qib2yogva")
            .out())
        .startsWith("unreadable: it starts like a Hub public key, but secp256k1 keys need Bouncy"
            + " Castle (bcprov-jdk18on) on the class path (KEY_TYPE_UNSUPPORTED)");
    Result secret = Run.bare().jeton("inspect", text(IDENTITY.text()));
    assertThat(secret.out())
        .startsWith("Hub private key, ed25519, nothing is verified\n")
        .contains(IDENTITY_KEY, "a secret")
        .doesNotContain(text(IDENTITY.text()));
    Result weak =
        Run.bare().jeton("inspect", "bbaareiabaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    assertThat(weak.status()).isEqualTo(1);
    assertThat(weak.out())
        .startsWith("unreadable: it starts like a Hub public key, but")
        .contains("WEAK_KEY");
  }

  @Test
  void inspectSaysWhatMayBeAnApiKeyOrItsSecretAndRepeatsNeither() {
    String key = ApiKey.random(new Random(5)).text();
    String secret = text(ApiSecret.random(new Random(5)).text());
    assertThat(Run.bare().jeton("inspect", key).out())
        .startsWith("may be a Hub API key, nothing is verified\n");
    assertThat(Run.bare().jeton("inspect", secret).out())
        .startsWith("may be a Hub API secret, nothing is verified\n")
        .doesNotContain(secret.substring(1));
    assertThat(Run.bare().jeton("inspect", "--json", secret).out()).doesNotContain(secret);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mint hub --help",
        "verify hub --help",
        "hub --help",
        "hub keygen --help",
        "hub sign --help"
      })
  void everyCommandEndsItsHelpWithExamples(String arguments) {
    Result result = Run.bare().jeton(arguments.split(" ", -1));
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("Usage: jeton").containsPattern("\nExamples?\n  ");
    assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
  }

  @Test
  void aTokenLivesAsLongAsItWasAskedFor() {
    String minute =
        mint("--ttl", Long.toString(Duration.ofMinutes(1).toSeconds())).line();
    assertThat(verify("--at", "2026-11-01T12:00:59Z", minute).status()).isZero();
    assertRefused(verify("--at", "2026-11-01T12:01:00Z", minute), "EXPIRED");
    assertRefused(verify("--at", "2026-11-01T12:01:01Z", minute), "EXPIRED");
  }

  private static void assertRefused(Result result, String why) {
    assertThat(result.out()).startsWith("refused: " + why);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
  }
}
