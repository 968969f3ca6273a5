package dev.jeton.cli.sunbird;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportKongTest {
  private static final String PLAN =
      "{\"changes\":[],\"refused\":[],\"remarks\":[],\"applied\":false}";
  private static final String EMPTY = "{\"data\":{}}";

  private final StandIn server = new StandIn();
  private final StandIn kong = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
    kong.close();
  }

  private Result take(String... more) {
    return server
        .run(data)
        .jeton(Stream.concat(Stream.of("import", "sunbird-kong"), Arrays.stream(more))
            .toArray(String[]::new));
  }

  @Test
  void theAdminApiIsReadPageByPageAndSentAsOneDocument() throws IOException {
    kong.answering(
            200,
            "{\"data\":[{\"id\":\"c1\",\"username\":\"portal\",\"created_at\":1}],"
                + "\"next\":\"http://evil.example/consumers?offset=x\",\"offset\":\"a b/=\"}")
        .answering(200, "{\"data\":[{\"id\":\"c2\",\"custom_id\":\"app\"}],\"next\":null}")
        .answering(
            200,
            "{\"data\":[{\"consumer\":{\"id\":\"c1\"},\"key\":\"k\",\"secret\":\"canary\","
                + "\"algorithm\":\"HS256\",\"rsa_public_key\":null}],\"next\":null}")
        .answering(200, EMPTY)
        .answering(
            200,
            "{\"data\":[{\"name\":\"jwt\",\"config\":{\"secret_is_base64\":true,\"x\":\"y\"}}]}");
    server.answering(200, PLAN);
    Path value = StandIn.privateFile(data.resolve("value"), "admin-canary\n");
    Result result = take(
        "--admin-url",
        kong.url(),
        "--admin-header",
        "Kong-Admin-Token",
        "--admin-header-value-file",
        value.toString());
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(kong.lines())
        .containsExactly(
            "GET /consumers?size=100",
            "GET /consumers?size=100&offset=a%20b%2F%3D",
            "GET /jwts?size=100",
            "GET /acls?size=100",
            "GET /plugins?size=100");
    assertThat(kong.asked())
        .allSatisfy(
            asked -> assertThat(asked.header("Kong-admin-token")).isEqualTo("admin-canary"));
    assertThat(server.asked().get(0).body().replace("\\\"", "'"))
        .contains(
            "'consumers':[{'id':'c1','username':'portal'},{'id':'c2','custom_id':'app'}]",
            "'jwt_secrets':[{'consumer':{'id':'c1'},'key':'k','secret':'canary',"
                + "'algorithm':'HS256','rsa_public_key':null}]",
            "'acls':[]",
            "'plugins':[{'name':'jwt','config':{'secret_is_base64':true}}]");
    assertThat(result.out() + result.err()).doesNotContain("canary");
  }

  @Test
  void whatIsSaidBesideGoesAlong() {
    kong.answering(200, EMPTY).answering(200, EMPTY).answering(200, EMPTY).refusing(404, "x", "x");
    server.answering(200, PLAN);
    Result result =
        take("--admin-url", kong.url(), "--profile", "strict", "--secret-encoding", "base64");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(server.asked().get(0).body())
        .contains("\"options\":{\"profile\":\"strict\",\"secretEncoding\":\"base64\"}")
        .doesNotContain("plugins");
  }

  @Test
  void pluginsThatCannotBeReadAreAskedFor() {
    kong.answering(200, EMPTY).answering(200, EMPTY).answering(200, EMPTY).refusing(404, "x", "x");
    Result result = take("--admin-url", kong.url());
    assertThat(result.status()).isEqualTo(3);
    assertThat(result.err()).contains("--secret-encoding").hasLineCount(1);
  }

  @Test
  void redirectsAreNotFollowedAndCirclesAreLeft() {
    kong.answering(302, "{}", Map.of("Location", server.url()));
    Result redirected = take("--admin-url", kong.url());
    assertThat(redirected.status()).isEqualTo(3);
    assertThat(redirected.err()).contains("gave status 302", "--admin-url");
    kong.answering(200, "{\"data\":[],\"offset\":\"a\"}")
        .answering(200, "{\"data\":[],\"offset\":\"a\"}");
    assertThat(take("--admin-url", kong.url()).err()).contains("goes in a circle");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void wrongUsageIsOneLine() {
    assertThat(take().err()).contains("give either the file");
    assertThat(take("f", "--admin-url", kong.url()).err()).contains("give either the file");
    assertThat(take("--admin-url", "http://kong.example:8001").err())
        .contains("everybody on the way can read the secrets");
    assertThat(take("--admin-url", kong.url(), "--admin-header", "X").err())
        .contains("go together");
    assertThat(kong.asked()).isEmpty();
  }
}
