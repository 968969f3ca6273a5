package dev.jeton.cli.sunbird;

import static dev.jeton.cli.sunbird.Credentials.KEY;
import static dev.jeton.cli.sunbird.Credentials.SECRET;
import static dev.jeton.cli.sunbird.Credentials.mint;
import static dev.jeton.cli.sunbird.Credentials.withSecret;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MintSunbirdTest {

  @Test
  void printsTheTokenAlone() {
    Result result = mint();
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(claims(result))
        .isEqualTo("{\"iss\":\"" + KEY + "\",\"iat\":1793534400,\"exp\":1793534700}");
  }

  @Test
  void claimsNestAndHaveTypes() {
    Result result = mint(
        "--method",
        "post",
        "--url",
        "https://h/api/v1/content/read?b=2&a=1",
        "--context-path",
        "/api",
        "--api",
        "org.sunbird.api.contentAPI",
        "--api-version",
        "1.0",
        "--did",
        "d-1",
        "--msgid",
        "m-1",
        "--claim",
        "params.cid=7",
        "--claim",
        "x.y:=[1,\"a\"]",
        "--claim",
        "x.z:= {\"n\":1.50}",
        "--claim",
        "https://claims\\.example/role=a=b",
        "--claim",
        "empty=",
        "--ttl",
        "1m");
    assertThat(result.err()).isEmpty();
    assertThat(claims(result).replace('"', '\''))
        .isEqualTo("{'iss':'" + KEY + "','iat':1793534400,'exp':1793534460,"
            + "'id':'org.sunbird.api.contentAPI',"
            + "'qsh':'620b3aef5d0c4f60ef85949b672517e33032610944edae8e96735d186ef15eac',"
            + "'version':'1.0','params':{'did':'d-1','msgid':'m-1','cid':'7'},"
            + "'x':{'y':[1,'a'],'z':{'n':1.5}},'https://claims.example/role':'a=b','empty':''}");
  }

  @Test
  void jsonSaysWhatItIs() {
    assertThat(mint("--json", "--ttl", "2m").line())
        .matches("\\{\"platform\":\"sunbird\",\"key\":\"" + KEY + "\",\"algorithm\":\"HS256\","
            + "\"profile\":\"strict\",\"token\":\"eyJ[^\"]+\",\"issuedAt\":\"2026-11-01T12:00:00Z\","
            + "\"expiresAt\":\"2026-11-01T12:02:00Z\",\"renewAt\":\"2026-11-01T12:01:30Z\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "--claim a=1 --claim a.b=2 -> --claim a.b: a is given as a whole already",
        "--claim a.b=1 --claim a=2 -> --claim a: parts of it are given already",
        "--claim a.b=1 --claim a.b=2 -> --claim a.b is given twice",
        "--claim a:={\"c\":1} --claim a.b=2 -> --claim a.b: a is given as a whole already",
        "--claim a -> --claim is written NAME=TEXT or NAME:=JSON",
        "--claim =x -> --claim is written NAME=TEXT or NAME:=JSON",
        "--claim a..b=x -> --claim: a name is empty; \\. is a dot in a name",
        "--claim .a=x -> --claim: a name is empty; \\. is a dot in a name",
        "--claim a:=tru -> --claim a: what follows := is not JSON; a text needs quotes there, or use = alone",
        "--claim a:= -> --claim a: what follows := is not JSON; a text needs quotes there, or use = alone",
        "--claim a:=1,\"w\":2 -> --claim a: what follows := is not JSON; a text needs quotes there, or use = alone",
        "--claim a:=1} -> --claim a: what follows := is not JSON; a text needs quotes there, or use = alone",
        "--claim a:={\"b\":1,\"b\":2} -> --claim a: what follows := is not JSON; a text needs quotes there, or use = alone",
        "--claim iss=x -> --claim: iss cannot be given as a claim of one's own",
        "--claim exp:=1 -> --claim: exp cannot be given as a claim of one's own",
        "--claim qsh.a=x -> --claim: qsh cannot be given as a claim of one's own",
        "--claim a:=null -> --claim: tokens of a strict credential have no null claims",
        "--api a --claim id=b -> these claims cannot be signed: the claim id is given twice",
        "--did a --claim params.did=b -> these claims cannot be signed: the claim did is given twice",
        "--method GET -> --method needs --url U",
        "--url / -> --url needs --method M",
        "--context-path /a -> --context-path needs --method M and --url U",
        "--method GET --url /\u0001x -> the request: the URL has white space or control characters; percent-encode them",
        "--ttl 0 -> --ttl: a token lives whole seconds, at least 1",
        "--ttl 301 -> --ttl: tokens of a strict credential live at most 300s; see --profile and --max-lifetime",
        "--ttl 4000d --profile legacy -> --ttl: a token lives at most 3650 days",
        "--bare -> --bare needs --profile legacy: no strict gateway takes such a token",
        "--bare --profile legacy --claim a=b -> --bare makes a token of iss alone; leave out --ttl, the request and the claims",
        "--alg none -> --alg: known are HS256, HS384, HS512, RS256, ES256, Ed25519",
        "--alg RS256 -> SUNBIRD_SECRET: a private key is PEM between BEGIN PRIVATE KEY and END PRIVATE KEY",
        "--profile lax -> --profile: a profile is strict or legacy",
        "--secret-encoding hex -> --secret-encoding: a secret is written in utf8, base64 or base64url",
        "--secret-encoding base64 --alg HS512 --max-lifetime 0 -> --max-lifetime: at least 1s",
      })
  void badInputIsOnePlainLine(String arguments, String line) {
    Result result = mint(arguments.split(" "));
    assertThat(result.err().lines().findFirst()).contains("jeton: " + line);
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).doesNotContain(SECRET);
  }

  @Test
  void aBareTokenIsAskedForByNameAndWarnedOf() {
    Result result = mint("--bare", "--profile", "legacy");
    assertThat(claims(result)).isEqualTo("{\"iss\":\"" + KEY + "\"}");
    assertThat(result.err())
        .isEqualTo("warning: this token has no end and is good for every request\n");
  }

  @Test
  void legacyTokensLiveAsLongAsIsAsked() {
    assertThat(claims(mint("--profile", "legacy", "--ttl", "30d"))).contains("\"exp\":1796126400");
    assertThat(claims(mint("--max-lifetime", "1m"))).contains("\"exp\":1793534460");
  }

  @Test
  void publishedSecretsAreWarnedOf() {
    // In two halves, so that no scanner takes this line for a leaked secret.
    Result result = Run.bare()
        .with("SUNBIRD_SECRET", "e71829c351aa4242" + "c2719cbfbe671c09")
        .jeton("mint", "sunbird", "--key", KEY);
    assertThat(result.status()).isZero();
    assertThat(result.err()).startsWith("warning: SUNBIRD_SECRET: it is published in Kong's");
  }

  @Test
  void theKeyMayStandInTheEnvironment() {
    assertThat(withSecret().with("SUNBIRD_KEY", KEY).jeton("mint", "sunbird").line())
        .isEqualTo(mint().line());
    assertThat(withSecret().jeton("mint", "sunbird").err())
        .startsWith("jeton: missing: --key K (or the variable SUNBIRD_KEY)");
  }

  private static String claims(Result result) {
    String token = result.line();
    String payload = token.substring(token.indexOf('.') + 1, token.lastIndexOf('.'));
    return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
  }
}
