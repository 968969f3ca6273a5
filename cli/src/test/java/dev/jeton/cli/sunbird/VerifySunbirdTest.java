package dev.jeton.cli.sunbird;

import static dev.jeton.cli.sunbird.Credentials.KEY;
import static dev.jeton.cli.sunbird.Credentials.mint;
import static dev.jeton.cli.sunbird.Credentials.token;
import static dev.jeton.cli.sunbird.Credentials.verify;
import static dev.jeton.cli.sunbird.Credentials.withSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifySunbirdTest {
  private static final String BOUND = token("--method", "GET", "--url", "/a?b=1", "--did", "d-1");
  private static final String UNBOUND = token();

  @Test
  void showsWhatItVerified() {
    Result result = verify(
        "--method", "get", "--url", "https://h/api/a?b=1#c", "--context-path", "/api", BOUND);
    assertThat(result.err()).isEmpty();
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        valid
          token       Sunbird
          key         f3a9c1b27d604e58a1c0d2e4f6b8097a
          algorithm   HS256
          profile     strict
          issued      2026-11-01T12:00:00Z, 0 s ago
          expires     2026-11-01T12:05:00Z, expires in 5 min
        Claims
          iss         f3a9c1b27d604e58a1c0d2e4f6b8097a
          iat         1793534400
          exp         1793534700
          qsh         QSH
          params.did  d-1
        """.replace("QSH", qsh()));
  }

  @Test
  void aStrictTokenWithAQshNeedsItsRequest() {
    assertRefused("CONTEXT_MISSING", BOUND);
    assertRefused("CONTEXT_MISSING", "--method", "GET", BOUND);
    assertRefused("CONTEXT_MISSING", "--method", "GET", UNBOUND);
    assertRefused("QSH_MISMATCH", "--method", "POST", "--url", "/a?b=1", BOUND);
    assertRefused("CLAIM_MISSING", "--method", "GET", "--url", "/a?b=1", UNBOUND);
  }

  @Test
  void whatCouldNotBeCheckedIsListed() {
    assertThat(verify(UNBOUND).out()).endsWith("\nunchecked: qsh\n");
    assertThat(verify("--profile", "legacy", BOUND).out()).endsWith("\nunchecked: qsh\n");
    assertThat(verify("--profile", "legacy", "--require-all", BOUND).line())
        .isEqualTo("refused: CONTEXT_MISSING (not checked: qsh; give --method and --url)");
    assertThat(verify(
                "--profile", "legacy", "--require-all", "--method", "GET", "--url", "/x", UNBOUND)
            .status())
        .isZero();
  }

  @Test
  void jsonHasHeaderAndClaims() {
    assertThat(verify("--json", UNBOUND).line().replace('"', '\''))
        .isEqualTo("{'valid':true,'platform':'sunbird','key':'" + KEY + "','algorithm':'HS256',"
            + "'profile':'strict','issuedAt':'2026-11-01T12:00:00Z',"
            + "'expiresAt':'2026-11-01T12:05:00Z','header':{'alg':'HS256','typ':'JWT'},"
            + "'claims':{'iss':'" + KEY + "','iat':1793534400,'exp':1793534700},"
            + "'unchecked':['qsh']}");
    assertThat(verify("--json", "--at", "2026-11-01T12:05:00Z", UNBOUND).line())
        .isEqualTo("{\"valid\":false,\"reason\":\"EXPIRED\",\"detail\":\"it is past its end\"}");
  }

  @Test
  void bareTokensAreForLegacyAlone() {
    String bare = token("--bare", "--profile", "legacy");
    Result legacy = verify("--profile", "legacy", bare);
    assertThat(legacy.status()).isZero();
    assertThat(legacy.out()).contains("  expires    never\n");
    assertRefused("CLAIM_MISSING", bare);
  }

  @Test
  void thePublishedSampleVerifiesInLegacyWithANoteOnItsIssueTime() {
    String sample = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJhMzZjMzA0OWIzNjI0OWEzYzlm"
        + "ODg5MWNiMTI3MjQzYyJ9.U8dOyd1978lmbWNk7gXHf7krDTjYKZanrVpayA0Lhug";
    // The secret in two halves, so that no scanner takes this line for a leaked one.
    Result result = Run.bare()
        .with("SUNBIRD_SECRET", "e71829c351aa4242" + "c2719cbfbe671c09")
        .jeton(
            "verify",
            "sunbird",
            "--key",
            "a36c3049b36249a3c9f8891cb127243c",
            "--profile",
            "legacy",
            sample);
    assertThat(result.status()).isZero();
    assertThat(result.out()).startsWith("valid\n");
    assertThat(result.err()).startsWith("warning: SUNBIRD_SECRET: it is published in");
  }

  @Test
  void refusalsNameTheReason() {
    assertRefused("MALFORMED", "null");
    assertRefused("BAD_SIGNATURE", UNBOUND.substring(0, UNBOUND.length() - 4) + "AAAA");
    assertRefused("ALG_MISMATCH", "--alg", "HS384", UNBOUND);
    assertRefused("LIFETIME_TOO_LONG", "--max-lifetime", "299", UNBOUND);
    assertRefused("IAT_IN_FUTURE", "--at", "2026-11-01T11:58:59Z", UNBOUND);
    assertThat(verify("--at", "2026-11-01T11:58:59Z", "--skew", "61s", UNBOUND).status())
        .isZero();
    assertThat(
            withSecret().jeton("verify", "sunbird", "--key", "other", UNBOUND).out())
        .startsWith("refused: UNKNOWN_KEY");
  }

  @Test
  void theTokenMayComeFromStandardInput() {
    assertThat(withSecret()
            .typing(UNBOUND + "\n")
            .jeton("verify", "sunbird", "--key", KEY, "-")
            .status())
        .isZero();
  }

  @Test
  void keyPairsSignAndVerify(@TempDir Path folder) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    String privatePem = pem("PRIVATE KEY", pair.getPrivate().getEncoded());
    Path publicPem = folder.resolve("public.pem");
    Files.writeString(publicPem, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    String token = Run.bare()
        .with("SUNBIRD_SECRET", privatePem)
        .jeton("mint", "sunbird", "--key", KEY, "--alg", "RS256")
        .line();

    assertThat(Run.bare()
            .jeton(
                "verify",
                "sunbird",
                "--key",
                KEY,
                "--alg",
                "RS256",
                "--public-key",
                publicPem.toString(),
                token)
            .out())
        .startsWith("valid\n");
    assertThat(Run.bare()
            .with("SUNBIRD_SECRET", Files.readString(publicPem))
            .jeton("verify", "sunbird", "--key", KEY, "--alg", "RS256", token)
            .status())
        .isZero();
    assertThat(verify("--public-key", publicPem.toString(), token).err())
        .startsWith("jeton: --public-key goes with --alg RS256, ES256 or Ed25519");
    assertThat(verify("--alg", "RS256", "--public-key", folder + "/none", token).err())
        .startsWith("jeton: --public-key names a file that does not exist: " + folder);
    assertThat(
            verify("--alg", "RS256", "--public-key", folder.toString(), token).err())
        .startsWith("jeton: --public-key names a file that cannot be read: " + folder);
    assertThat(verify("--alg", "RS256", "--public-key", "/dev/zero", token).err())
        .startsWith("jeton: --public-key: a public key is PEM between BEGIN PUBLIC KEY and");
    String[] twice = {
      "--alg", "RS256", "--public-key", publicPem.toString(), "--secret-file", "other.pem", token
    };
    assertThat(verify(twice).err())
        .startsWith("jeton: --public-key and --secret-file both name a key; give one");
    String[] encoded = {
      "--alg", "RS256", "--public-key", publicPem.toString(), "--secret-encoding", "base64", token
    };
    assertThat(verify(encoded).err())
        .startsWith("jeton: --secret-encoding goes with HS256, HS384 and HS512; keys are PEM");
  }

  @Test
  void theKeyIsMissedBeforeASecretIsAskedFor() {
    for (String command : new String[] {"mint", "verify"}) {
      Run run = Run.bare().answering(name -> {
        throw new AssertionError("asked for " + name);
      });
      assertThat(run.jeton(command, "sunbird").err())
          .startsWith("jeton: missing: --key K (or the variable SUNBIRD_KEY)\n");
      assertThat(run.with("SUNBIRD_KEY", "").jeton(command, "sunbird").err())
          .startsWith("jeton: SUNBIRD_KEY: it is empty\n");
    }
  }

  @Test
  void helpIsGroupedAndEndsWithExamples() {
    for (String command : new String[] {"mint", "verify"}) {
      Result result = Run.bare().jeton(command, "sunbird", "--help");
      assertThat(result.status()).isZero();
      assertThat(result.out())
          .containsSubsequence("\nCredential\n", "--key", "\nRequest\n", "--url", "\nExamples\n  ");
      assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
    }
    assertThat(Run.bare().jeton("mint", "sunbird", "--help").out())
        .containsSubsequence("\nClaims\n", "--claim", "\nToken\n", "--ttl", "--bare", "\nOutput\n");
    assertThat(Run.bare().jeton("verify", "sunbird", "--help").out())
        .containsSubsequence("--public-key", "\nChecks\n", "--require-all", "\nTime\n", "--at");
  }

  private static void assertRefused(String reason, String... arguments) {
    Result result = verify(arguments);
    assertThat(result.out()).startsWith("refused: " + reason + " (");
    assertThat(result.status()).isEqualTo(1);
  }

  private static String qsh() {
    String json = mint("--method", "GET", "--url", "/a?b=1").line();
    String payload = json.substring(json.indexOf('.') + 1, json.lastIndexOf('.'));
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return claims.replaceAll(".*\"qsh\":\"([0-9a-f]{64})\".*", "$1");
  }

  private static String pem(String label, byte[] der) {
    String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
