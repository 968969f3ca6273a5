package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static dev.jeton.tokens.sunbird.TestCredentials.KEY;
import static dev.jeton.tokens.sunbird.TestCredentials.LEGACY;
import static dev.jeton.tokens.sunbird.TestCredentials.NOW;
import static dev.jeton.tokens.sunbird.TestCredentials.STRICT;
import static dev.jeton.tokens.sunbird.TestCredentials.token;
import static dev.jeton.tokens.sunbird.TestCredentials.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.jwt.Algorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the two profiles, row by row; {@code now} is 1700000000. */
class SunbirdVerifierTest {
  private static final HttpRequest REQUEST = HttpRequest.of("GET", "/a?b=1");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{} -> KEY_CLAIM_MISSING -> KEY_CLAIM_MISSING",
        "{'iss':null} -> KEY_CLAIM_MISSING -> KEY_CLAIM_MISSING",
        "{'iss':''} -> KEY_CLAIM_INVALID -> KEY_CLAIM_INVALID",
        "{'iss':7} -> KEY_CLAIM_INVALID -> KEY_CLAIM_INVALID",
        "{'iss':['K']} -> KEY_CLAIM_INVALID -> KEY_CLAIM_INVALID",
        "{'iss':'other'} -> UNKNOWN_KEY -> UNKNOWN_KEY",
        "{'iss':'k'} -> UNKNOWN_KEY -> UNKNOWN_KEY",
        "{'iss':'K'} -> ok -> CLAIM_MISSING",
        "{'iss':'K','x':null} -> ok -> MALFORMED",
        "{'iss':'K','exp':null,'nbf':null,'iat':null,'qsh':null} -> ok -> MALFORMED",
        "{'iss':'K','exp':'1700000300'} -> CLAIM_INVALID -> CLAIM_INVALID",
        "{'iss':'K','exp':true} -> CLAIM_INVALID -> CLAIM_INVALID",
        "{'iss':'K','exp':1699999999} -> EXPIRED -> EXPIRED",
        "{'iss':'K','exp':1700000000} -> EXPIRED -> EXPIRED",
        "{'iss':'K','exp':1700000000.001,'iat':1700000000} -> ok -> ok",
        "{'iss':'K','exp':1700000001,'iat':1700000000} -> ok -> ok",
        "{'iss':'K','exp':-1e300} -> EXPIRED -> EXPIRED",
        "{'iss':'K','exp':1700000001,'iat':1700000000,'nbf':1700000060} -> ok -> ok",
        "{'iss':'K','exp':1700000001,'iat':1700000000,'nbf':1700000061} -> NOT_YET_VALID -> NOT_YET_VALID",
        "{'iss':'K','exp':1700000001,'iat':1700000000,'nbf':'1'} -> CLAIM_INVALID -> CLAIM_INVALID",
        "{'iss':'K','exp':1700000301,'iat':1700000060} -> ok -> ok",
        "{'iss':'K','exp':1700000301,'iat':1700000061} -> IAT_IN_FUTURE -> IAT_IN_FUTURE",
        "{'iss':'K','exp':1700000301,'iat':'1700000000'} -> ok -> CLAIM_INVALID",
        "{'iss':'K','exp':1700000301,'iat':'9900000000'} -> ok -> CLAIM_INVALID",
        "{'iss':'K','exp':1700000301,'iat':1700000000000} -> ok -> IAT_IN_FUTURE",
        "{'iss':'K','exp':1700000300,'iat':1700000000} -> ok -> ok",
        "{'iss':'K','exp':1700000301,'iat':1700000000} -> ok -> LIFETIME_TOO_LONG",
        "{'iss':'K','exp':1700000300.5,'iat':1700000000} -> ok -> LIFETIME_TOO_LONG",
        "{'iss':'K','exp':1700000360} -> ok -> CLAIM_MISSING",
        "{'iss':'K','exp':1700000361} -> ok -> LIFETIME_TOO_LONG",
        "{'iss':'K','exp':1e300} -> ok -> LIFETIME_TOO_LONG",
      })
  void claimsCountAsTheTableSays(String claims, String legacy, String strict) {
    String token = token(claims.replace("'K'", "'" + KEY + "'"));

    assertThat(word(verify(LEGACY, token))).isEqualTo(legacy);
    assertThat(word(verify(STRICT, token))).isEqualTo(strict);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "{'alg':'HS256'} -> ok -> ok",
        "{'alg':'HS256','typ':'jwt'} -> ok -> ok",
        "{'alg':'HS256','typ':'at+jwt'} -> ok -> TYP_MISMATCH",
        "{'alg':'HS256','typ':null} -> ok -> TYP_MISMATCH",
        "{'alg':'HS256','kid':'../../etc/passwd','jwk':{'kty':'oct','k':''}} -> ok -> ok",
      })
  void theHeaderCountsAsTheTableSays(String header, String legacy, String strict) {
    String token = token(header, "{'iss':'" + KEY + "','exp':1700000300,'iat':1700000000}");

    assertThat(word(verify(LEGACY, token))).isEqualTo(legacy);
    assertThat(word(verify(STRICT, token))).isEqualTo(strict);
  }

  @Test
  void theKeyInTheHeaderCountsInLegacyAndWhereTheClaimIsAbsent() {
    String inHeader = token(header(KEY), "{'exp':1700000300,'iat':1700000000}");
    String nullClaim = token(header(KEY), "{'iss':null}");
    String emptyClaim = token(header(KEY), "{'iss':''}");
    String otherClaim = token(header(KEY), "{'iss':'other'}");

    accepted(verify(LEGACY, inHeader));
    accepted(verify(LEGACY, nullClaim));
    assertThat(reason(verify(LEGACY, emptyClaim))).isEqualTo(Reason.KEY_CLAIM_INVALID);
    assertThat(reason(verify(LEGACY, otherClaim))).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(reason(verify(LEGACY, token(header(""), "{}")))).isEqualTo(Reason.KEY_CLAIM_INVALID);
    assertThat(reason(verify(STRICT, inHeader))).isEqualTo(Reason.KEY_CLAIM_MISSING);
    assertThat(reason(verify(STRICT, token(header(""), "{}")))).isEqualTo(Reason.KEY_CLAIM_MISSING);
    SunbirdVerifier many = SunbirdVerifier.of(key -> Optional.of(STRICT));
    assertThat(reason(many.verify(inHeader, Expected.at(NOW)))).isEqualTo(Reason.KEY_CLAIM_MISSING);
  }

  @Test
  void theQshIsCheckedAgainstTheRequestThatIsGiven() {
    String bound = current(",'qsh':'" + Qsh.of(REQUEST).text() + "'");
    String malformed = current(",'qsh':'8063ff'");
    String number = current(",'qsh':7");
    Expected same = Expected.at(NOW).request(REQUEST);
    Expected other = Expected.at(NOW).request(HttpRequest.of("POST", "/a?b=1"));

    for (Credential credential : List.of(LEGACY, STRICT)) {
      SunbirdVerifier verifier = SunbirdVerifier.of(credential);
      assertThat(accepted(verifier.verify(bound, same)).unchecked()).isEmpty();
      assertThat(reason(verifier.verify(bound, other))).isEqualTo(Reason.QSH_MISMATCH);
      assertThat(reason(verifier.verify(malformed, same))).isEqualTo(Reason.QSH_MALFORMED);
      assertThat(reason(verifier.verify(number, same))).isEqualTo(Reason.QSH_MALFORMED);
    }
  }

  @Test
  void strictTokensAreBoundToTheRequestThatIsGiven() {
    String unbound = current("");
    String bound = current(",'qsh':'" + Qsh.of(REQUEST).text() + "'");
    Expected request = Expected.at(NOW).request(REQUEST);

    assertThat(reason(SunbirdVerifier.of(STRICT).verify(unbound, request)))
        .isEqualTo(Reason.CLAIM_MISSING);
    assertThat(accepted(SunbirdVerifier.of(LEGACY).verify(unbound, request)).unchecked())
        .isEmpty();
    assertThat(reason(verify(STRICT, bound))).isEqualTo(Reason.CONTEXT_MISSING);
    assertThat(accepted(verify(LEGACY, bound)).unchecked()).containsExactly(Check.QSH);
    assertThat(accepted(verify(STRICT, unbound)).unchecked()).containsExactly(Check.QSH);
  }

  @Test
  void theFirstFailingCheckNamesTheReason() {
    String otherAlgorithm = token("{'alg':'HS256','typ':'x'}", "{'iss':'" + KEY + "','exp':1}");
    Credential hs384 = Credential.of(
        KEY, SecretEncoding.UTF8.key(Algorithm.HS384, Secret.ofText("x")).verificationKey());
    Credential otherSecret = Credential.of(
        KEY, SecretEncoding.UTF8.key(Algorithm.HS256, Secret.ofText("x")).verificationKey());

    assertThat(reason(verify(hs384, otherAlgorithm))).isEqualTo(Reason.ALG_MISMATCH);
    assertThat(reason(verify(otherSecret, otherAlgorithm))).isEqualTo(Reason.BAD_SIGNATURE);
    assertThat(reason(verify(STRICT, otherAlgorithm))).isEqualTo(Reason.TYP_MISMATCH);
    assertThat(reason(verify(LEGACY, otherAlgorithm))).isEqualTo(Reason.EXPIRED);
  }

  @Test
  void theSkewIsForStartAndIssueTimeAlone() {
    Expected generous = Expected.at(NOW).skew(Duration.ofHours(1));
    String ended = token("{'iss':'" + KEY + "','exp':1700000000,'iat':1699999990}");
    String early = token("{'iss':'" + KEY + "','exp':1700003800,'iat':1700003600}");

    assertThat(reason(SunbirdVerifier.of(STRICT).verify(ended, generous)))
        .isEqualTo(Reason.EXPIRED);
    accepted(SunbirdVerifier.of(STRICT).verify(early, generous));
    assertThat(reason(verify(STRICT, early))).isEqualTo(Reason.IAT_IN_FUTURE);
  }

  @Test
  void theLifetimeIsASettingOfTheCredential() {
    String token = token("{'iss':'" + KEY + "','exp':1700000060,'iat':1700000000}");

    accepted(verify(STRICT.maximumLifetime(Duration.ofSeconds(60)), token));
    assertThat(reason(verify(STRICT.maximumLifetime(Duration.ofSeconds(59)), token)))
        .isEqualTo(Reason.LIFETIME_TOO_LONG);
  }

  @Test
  void aLookUpFindsEachTokensOwnCredential() {
    Map<String, Credential> known =
        Map.of(KEY, LEGACY, "b", Credential.of("b", STRICT.verificationKey()));
    SunbirdVerifier verifier = SunbirdVerifier.of(key -> Optional.ofNullable(known.get(key)));

    VerifiedSunbirdToken verified =
        accepted(verifier.verify(token("{'iss':'" + KEY + "'}"), Expected.at(NOW)));
    assertThat(verified.credential()).isEqualTo(LEGACY);
    assertThat(verified.expiresAt()).isEmpty();
    assertThat(verified.issueTime()).isEmpty();
    assertThat(reason(verifier.verify(token("{'iss':'b'}"), Expected.at(NOW))))
        .isEqualTo(Reason.CLAIM_MISSING);
    assertThat(reason(verifier.verify(token("{'iss':'c'}"), Expected.at(NOW))))
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '~',
      value = {
        "1442426231 -> 2015-09-16T17:57:11Z -> false -> false",
        "1442426231.6 -> 2015-09-16T17:57:11.600Z -> false -> false",
        "1442426231600 -> 2015-09-16T17:57:11.600Z -> false -> true",
        "'1442426231600' -> 2015-09-16T17:57:11.600Z -> true -> true",
        "'1442426231' -> 2015-09-16T17:57:11Z -> true -> false",
        "100000000000 -> 5138-11-16T09:46:40Z -> false -> false",
        "100000000001 -> 1973-03-03T09:46:40.001Z -> false -> true",
      })
  void issueTimesAreReadInEverySpelling(
      String iat, Instant instant, boolean text, boolean milliseconds) {
    assertThat(IssueTime.of(TestCredentials.json("{'iat':" + iat + "}")))
        .contains(new IssueTime(instant, text, milliseconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e300", "-1e300", "true", "''", "'soon'", "'-1'", "' 1'", "'1e3'", "'\u0663'"})
  void whatIsNoTimeIsNone(String iat) {
    assertThat(IssueTime.of(TestCredentials.json("{'iat':" + iat + "}"))).isEmpty();
  }

  private static String current(String more) {
    return token("{'iss':'" + KEY + "','exp':1700000300,'iat':1700000000" + more + "}");
  }

  private static String header(String key) {
    return "{'alg':'HS256','iss':'" + key + "'}";
  }

  private static String word(Outcome<?> outcome) {
    return outcome instanceof Outcome.Refused<?> refused ? refused.reason().name() : "ok";
  }
}
