package dev.jeton.cli.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class InspectSunbirdTest {
  private static final String HEADER = "{\"alg\":\"HS256\",\"typ\":\"JWT\"}";

  @Test
  void anyJwtWithAnIssuerMayBeOne() {
    Result result = inspect(
        HEADER,
        "{\"iss\":\"k\",\"iat\":\"1442426231600\",\"exp\":1793534700,\"params\":{\"did\":\"d\",\"x\":{}},"
            + "\"list\":[1,\"a\"],\"no\":null}");
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        may be Sunbird, nothing is verified
          issued      2015-09-16T17:57:11.600Z, 4063 d 18 h ago
          expires     2026-11-01T12:05:00Z, expires in 5 min
          note        iat is a text of milliseconds; strict gateways refuse that
        Header
          alg         HS256
          typ         JWT
        Claims
          iss         k
          iat         1442426231600
          exp         1793534700
          params.did  d
          params.x    {}
          list        [1,"a"]
          no          null
        """);
  }

  @Test
  void jsonHasHeaderAndClaimsAsTheyAre() {
    String token =
        jwt(HEADER, "{\"iss\":\"k\",\"iat\":1442426231600,\"a\":{\"b\":[{},[],null,\"\\u001b\"]}}");
    assertThat(Run.bare().jeton("inspect", "--json", token).line())
        .isEqualTo(
            "{\"recognised\":true,\"certain\":false,\"verified\":false,\"platform\":\"sunbird\","
                + "\"issuedAt\":\"2015-09-16T17:57:11.600Z\",\"issuedAtNote\":\"a number of milliseconds\","
                + "\"header\":" + HEADER + ",\"claims\":{\"iss\":\"k\",\"iat\":1442426231600,"
                + "\"a\":{\"b\":[{},[],null,\"\\u001b\"]}}}");
  }

  @Test
  void namesAndTextsCannotRepaintTheTerminal() {
    Result result = inspect(HEADER, "{\"iss\":\"\\u001b[2J\",\"\\u001b[2J\":{\"\\u202e\":1}}");
    assertThat(result.out()).contains("\\u{1b}[2J.\\u{202e}").doesNotContain("\u001b");
  }

  @Test
  void anIssuerInTheHeaderCounts() {
    assertThat(inspect("{\"alg\":\"HS256\",\"iss\":\"k\"}", "{}").out())
        .startsWith("may be Sunbird")
        .contains("  expires  never\n");
  }

  @Test
  void aJwtWithoutIssuerIsNotOne() {
    assertThat(inspect(HEADER, "{\"sub\":\"k\"}").out()).startsWith("unrecognised");
    assertThat(inspect(HEADER, "{\"iss\":1}").out()).startsWith("unrecognised");
  }

  @Test
  void whatStartsLikeOneAndCannotBeReadIsDamaged() {
    String token = jwt(HEADER, "{\"iss\":\"k\"}");
    assertThat(Run.bare().jeton("inspect", token + "=").out())
        .startsWith("unreadable: it starts like a JWT, but ")
        .endsWith("(MALFORMED)\n");
    assertThat(inspect("{\"alg\":\"none\"}", "{\"iss\":\"k\"}").out())
        .endsWith("(ALG_NOT_ALLOWED)\n");
  }

  private static Result inspect(String header, String claims) {
    return Run.bare().jeton("inspect", jwt(header, claims));
  }

  private static String jwt(String header, String claims) {
    return part(header) + "." + part(claims) + "." + part("not a signature");
  }

  private static String part(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
