package dev.jeton.cli.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import dev.jeton.tokens.hub.Multibase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Making keys and answering challenges. */
class HubKeysTest {
  private static final String BARE = "09".repeat(32);
  private static final BoundChallenge BOUND = BoundChallenge.random(
      "hub.example.org", "chat", Run.NOW, Duration.ofSeconds(60), new Random(1));

  @TempDir
  private Path folder;

  @Test
  void aNewKeyGoesIntoAFileOfItsOwnersAlone() throws IOException {
    Path file = folder.resolve("alice.key");
    Result result = Run.bare().jeton("hub", "keygen", "--out", file.toString());
    assertThat(result.status()).isZero();
    assertThat(result.err()).startsWith("the private key is in ");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Libp2pPrivateKey key = privateKey(Files.readString(file).stripTrailing());
    assertThat(result.line()).isEqualTo(key.publicKey().text());

    Result signed =
        Run.bare().jeton("hub", "sign", "--bare", "--secret-file", file.toString(), BARE);
    assertThat(signed.status()).isZero();
    assertThat(verifies(key.publicKey(), HexFormat.of().parseHex(BARE), signed.line()))
        .isTrue();
  }

  @Test
  void aKeyIsNeverOverwritten() throws IOException {
    Path file = Files.writeString(folder.resolve("alice.key"), "mine");
    Result result = Run.bare().jeton("hub", "keygen", "--out", file.toString());
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("exists already, and a key is never overwritten");
    assertThat(result.out()).isEmpty();
    assertThat(Files.readString(file)).isEqualTo("mine");
    assertThat(Run.bare()
            .jeton("hub", "keygen", "--out", folder.resolve("none/alice.key").toString())
            .status())
        .isEqualTo(3);
    assertThat(Run.bare().jeton("hub", "keygen", "--out", "").status()).isEqualTo(2);
  }

  @Test
  void thePrivateKeyIsPrintedWhenAskedAlone() {
    Result result = Run.bare().jeton("hub", "keygen", "--out", "-");
    assertThat(result.err().stripTrailing())
        .isEqualTo(privateKey(result.line()).publicKey().text());
    assertThat(Run.bare().jeton("hub", "keygen", "--out", "-", "--json").line())
        .isEqualTo("{\"platform\":\"hub\",\"keyType\":\"ed25519\",\"publicKey\":\""
            + privateKey(result.line()).publicKey() + "\",\"privateKey\":\"" + result.line()
            + "\"}");
    Path file = folder.resolve("bob.key");
    assertThat(Run.bare()
            .jeton("hub", "keygen", "--json", "--out", file.toString())
            .line())
        .endsWith("\"privateKeyFile\":\"" + file + "\"}")
        .doesNotContain(result.line());
  }

  @Test
  void aBareChallengeIsSignedInEverySpellingAndOnlyWhenAsked() {
    byte[] bytes = HexFormat.of().parseHex(BARE);
    String expected = sign("--bare", BARE).line();
    assertThat(verifies(HubTest.IDENTITY.publicKey(), bytes, expected)).isTrue();
    for (String spelling : List.of(
        Base64.getEncoder().encodeToString(bytes),
        Base64.getEncoder().withoutPadding().encodeToString(bytes),
        Multibase.encode(bytes),
        "f" + BARE,
        "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
      assertThat(sign("--bare", spelling).line()).as(spelling).isEqualTo(expected);
    }
    byte[] high = new byte[32];
    java.util.Arrays.fill(high, (byte) 0xff);
    assertThat(sign("--bare", Base64.getUrlEncoder().encodeToString(high)).status())
        .isZero();

    Result unasked = sign(BARE);
    assertThat(unasked.status()).isEqualTo(2);
    assertThat(unasked.err())
        .startsWith("jeton: this challenge does not say for whom it is; --bare signs it all the");
    assertThat(sign("--domain", "hub.example.org", BARE).err())
        .startsWith("jeton: this challenge names no domain");
    assertThat(sign("--bare", "--domain", "hub.example.org", BARE).status()).isEqualTo(2);
  }

  @Test
  void otherBytesAreNotSignedAtAll() {
    for (String other : List.of(
        "",
        "hello",
        "09".repeat(31),
        "09".repeat(33),
        "a.b.c",
        "12345678901234567890123456789012")) {
      Result result = sign("--bare", other);
      assertThat(result.status()).as(other).isEqualTo(2);
      assertThat(result.err()).startsWith("jeton: a challenge is 32 bytes, or a text");
      assertThat(result.out()).isEmpty();
    }
  }

  @Test
  void aChallengeThatNamesItsDomainIsShownAndSignedForThatDomain() {
    for (String spelling : List.of(
        Base64.getEncoder().encodeToString(BOUND.bytes()),
        Base64.getUrlEncoder().withoutPadding().encodeToString(BOUND.bytes()),
        Multibase.encode(BOUND.bytes()),
        new String(BOUND.bytes(), StandardCharsets.US_ASCII))) {
      Result result = sign("--domain", "hub.example.org", spelling);
      assertThat(result.status()).isZero();
      assertThat(verifies(HubTest.IDENTITY.publicKey(), BOUND.bytes(), result.line()))
          .isTrue();
      assertThat(result.err()).isEqualTo("""
          the challenge
            domain    hub.example.org
            audience  chat
            issued    2026-11-01T12:00:00Z, 0 s ago
            expires   2026-11-01T12:01:00Z, expires in 1 min
          """);
    }
  }

  @Test
  void aChallengeForAnotherDomainOrAudienceOrTimeIsNotSigned() {
    String challenge = Multibase.encode(BOUND.bytes());
    assertRefused(sign("--domain", "bank.example", challenge), "ISSUER_MISMATCH");
    assertRefused(
        sign("--domain", "hub.example.org", "--audience", "video", challenge), "AUDIENCE_MISMATCH");
    assertRefused(
        sign("--domain", "hub.example.org", "--at", "2026-11-01T12:01:00Z", challenge),
        "CHALLENGE_EXPIRED");
    assertRefused(
        sign(
            "--domain",
            "hub.example.org",
            new String(BOUND.bytes(), StandardCharsets.US_ASCII) + "x"),
        "MALFORMED");
    assertThat(
            sign("--domain", "hub.example.org", "--audience", "chat", challenge).status())
        .isZero();
    Result unnamed = sign(challenge);
    assertThat(unnamed.status()).isEqualTo(2);
    assertThat(unnamed.err())
        .contains("this challenge is for hub.example.org; if that is where you mean to sign in");
    assertThat(sign("--bare", challenge).status()).isEqualTo(2);
  }

  @Test
  void signsForProgramsAndFromStandardInput() {
    String challenge = Multibase.encode(BOUND.bytes());
    Result result = withIdentity()
        .typing(challenge + "\n")
        .jeton("hub", "sign", "--json", "--domain", "hub.example.org", "-");
    assertThat(result.err()).isEmpty();
    assertThat(result.line())
        .matches("\\{\"platform\":\"hub\",\"publicKey\":\"" + HubTest.IDENTITY.publicKey()
            + "\",\"signature\":\"[A-Za-z0-9_-]{86}\",\"domain\":\"hub.example.org\","
            + "\"audience\":\"chat\",\"issuedAt\":\"2026-11-01T12:00:00Z\","
            + "\"expiresAt\":\"2026-11-01T12:01:00Z\"\\}");
  }

  private static Run withIdentity() {
    return Run.bare().with("HUB_IDENTITY_KEY", HubTest.text(HubTest.IDENTITY.text()));
  }

  private static Result sign(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "hub";
    all[1] = "sign";
    System.arraycopy(options, 0, all, 2, options.length);
    return withIdentity().jeton(all);
  }

  private static void assertRefused(Result result, String reason) {
    assertThat(result.out()).startsWith("refused: " + reason);
    assertThat(result.status()).isEqualTo(1);
  }

  private static Libp2pPrivateKey privateKey(String text) {
    return ((Outcome.Accepted<Libp2pPrivateKey>) Libp2pPrivateKey.parse(Secret.ofText(text)))
        .value();
  }

  private static boolean verifies(Libp2pPublicKey key, byte[] message, String signature) {
    return key.verify(message, Base64.getUrlDecoder().decode(signature));
  }
}
