package dev.jeton.tokens.sunbird;

import static dev.jeton.tokens.Outcomes.accepted;
import static dev.jeton.tokens.Outcomes.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.Reason;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QshTest {
  private static final HttpRequest ROOT = HttpRequest.of("GET", "/");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "https://api.example -> GET&/&",
        "https://api.example?a=1 -> GET&/&a=1",
        "https://user@api.example:8443/a/b?c=d -> GET&/a/b&c=d",
        "HTTP://api.example/a -> GET&/a&",
        "//api.example/a -> GET&//api.example/a&",
        "/a?u=https://other.example/b -> GET&/a&u=https%3A%2F%2Fother.example%2Fb",
        "?a=1 -> GET&/&a=1",
        "a/b -> GET&/a/b&",
        "'/a#part?b=1' -> GET&/a&",
        "'/a?b=1#part' -> GET&/a&b=1",
        "'https://api.example#part' -> GET&/&",
      })
  void onlyPathAndQueryCount(String url, String canonical) {
    assertThat(canonical(url)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "/a/ -> GET&/a&",
        "/a// -> GET&/a/&",
        "// -> GET&/&",
        "/a%2Fb%2f -> GET&/a%2Fb%2f&",
        "/a%20b -> GET&/a%20b&",
        "/a%zz -> GET&/a%zz&",
        "/a+b -> GET&/a+b&",
        "/é -> GET&/é&",
        "/a/../b -> GET&/a/../b&",
        "/a&b?x=1 -> GET&/a%26b&x=1",
      })
  void thePathIsTakenAsItIsSent(String url, String canonical) {
    assertThat(canonical(url)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "a=%41+%2b~-._ -> a=A%20%2B~-._",
        "q=!*'() -> q=%21%2A%27%28%29",
        "a=b=c -> a=b%3Dc",
        "a -> a=",
        "=1 -> =1",
        "&&a=1&&b=2& -> a=1&b=2",
        "a=2&a=10&a=1 -> a=1,10,2",
        "a=1,2&a=0 -> a=0,1%2C2",
        "a=b&a=c&a=b -> a=b,b,c",
        "a[]=1&a[]=2 -> a%5B%5D=1,2",
        "é=é -> %C3%A9=%C3%A9",
        "JWT=1&jwt=2&j%77t=3 -> JWT=1",
        "a=%00 -> a=%00",
        "a;b -> a%3Bb=",
      })
  void parametersAreWrittenInOneWay(String query, String canonical) {
    assertThat(canonical("/?" + query)).isEqualTo("GET&/&" + canonical);
  }

  @ParameterizedTest
  @CsvSource({"a=%, a=%25", "a=%4, a=%254", "a=%zz, a=%25zz", "a=%e0%a4, a=%E0%A4"})
  void brokenEscapesStandForThemselves(String query, String canonical) {
    assertThat(canonical("/?" + query)).isEqualTo("GET&/&" + canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/x, /api, /v1/x",
    "/api/v1/x, /api/, /v1/x",
    "/api, /api, /",
    "/api/, /api, /",
    "/apiary/x, /api, /apiary/x",
    "/x/api, /api, /x/api",
    "/x, /, /x",
    "https://h/api/x, /api, /x"
  })
  void theContextPathIsCutOffByWholeSegments(String url, String context, String path) {
    assertThat(Qsh.canonicalRequest(HttpRequest.of("GET", url).contextPath(context)))
        .isEqualTo("GET&" + path + "&");
  }

  @Test
  void theTargetIsWhatOfTheUrlIsHashed() {
    HttpRequest request =
        HttpRequest.of("GET", "https://h/api/%61?b=+&jwt=t&a=1#c").contextPath("/api");
    assertThat(Qsh.target(request)).isEqualTo("/%61?a=1&b=%20");
    assertThat(Qsh.target(HttpRequest.of("GET", "https://h#/a?b=1"))).isEqualTo("/");
  }

  @Test
  void aFormCountsOnlyForPostAndPutWithoutAQuery() {
    assertThat(Qsh.canonicalRequest(HttpRequest.of("put", "/a?").formBody("x=1+2&jwt=t")))
        .isEqualTo("PUT&/a&x=1%202");
    assertThat(Qsh.canonicalRequest(HttpRequest.of("POST", "/a?y=2").formBody("x=1")))
        .isEqualTo("POST&/a&y=2");
    assertThat(Qsh.canonicalRequest(HttpRequest.of("POST", "/a?jwt=t").formBody("x=1")))
        .isEqualTo("POST&/a&");
    assertThat(Qsh.canonicalRequest(HttpRequest.of("PATCH", "/a").formBody("x=1")))
        .isEqualTo("PATCH&/a&");
  }

  @Test
  void anotherMethodPathOrQueryIsAMismatch() {
    String hash = Qsh.of(HttpRequest.of("GET", "/a?b=1")).text();
    accepted(Qsh.check(hash, HttpRequest.of("get", "https://h/a/?b=1#c")));
    for (HttpRequest other : new HttpRequest[] {
      HttpRequest.of("POST", "/a?b=1"),
      HttpRequest.of("GET", "/A?b=1"),
      HttpRequest.of("GET", "/a?b=2"),
      HttpRequest.of("GET", "/a&b=1")
    }) {
      assertThat(reason(Qsh.check(hash, other))).isEqualTo(Reason.QSH_MISMATCH);
    }
  }

  @Test
  void onlySixtyFourLowerHexDigitsAreAHash() {
    String hash = Qsh.of(ROOT).text();
    for (String malformed : new String[] {
      "",
      hash.toUpperCase(Locale.ROOT),
      hash.substring(1),
      hash + "0",
      hash.substring(1) + "g",
      "context-qsh",
      hash.substring(1) + "\u0661"
    }) {
      assertThat(reason(Qsh.check(malformed, ROOT))).isEqualTo(Reason.QSH_MALFORMED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a b", "/a\n", "/a\u0000", "/a\t?b", "/a\u007f", "/a\ud800"})
  void aUrlThatNoRequestCanCarryIsRefused(String url) {
    assertThatThrownBy(() -> HttpRequest.of("GET", url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "G ET", "GET\n", "GÉT", "abcdefghijklmnopqrstuvwxyzabcdefg"})
  void aMethodIsAWord(String method) {
    assertThatThrownBy(() -> HttpRequest.of(method, "/"))
        .hasMessage("a method is a word such as GET or POST");
  }

  @Test
  void aRequestIsPrintedWithoutItsUrl() {
    assertThat(HttpRequest.of("get", "/a?jwt=eyJ").formBody("x=eyJ"))
        .hasToString("HttpRequest[GET]");
  }

  @Test
  void requestsAreBounded() {
    String longest = "/" + "a".repeat(HttpRequest.MAX_LENGTH - 1);
    assertThat(Qsh.of(HttpRequest.of("GET", longest)).text()).hasSize(64);
    assertThatThrownBy(() -> HttpRequest.of("GET", longest + "a")).hasMessageContaining("65536");
    assertThatThrownBy(() -> ROOT.formBody(longest + "a")).hasMessageContaining("65536");

    String most = "/?a" + "&a".repeat(HttpRequest.MAX_PARAMETERS - 1);
    assertThat(Qsh.of(HttpRequest.of("GET", most)).text()).hasSize(64);
    assertThatThrownBy(() -> HttpRequest.of("GET", most + "&a")).hasMessageContaining("1000");
    assertThatThrownBy(() -> ROOT.contextPath("api")).hasMessage("a context path starts with /");
  }

  private static String canonical(String url) {
    return Qsh.canonicalRequest(HttpRequest.of("GET", url));
  }
}
