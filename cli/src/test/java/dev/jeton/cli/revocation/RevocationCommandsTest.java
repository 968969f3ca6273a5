package dev.jeton.cli.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.cli.remote.StandIn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationCommandsTest {
  private static final String ONE = "{\"id\":\"abc\",\"platform\":\"agora\",\"project\":\"shop\","
      + "\"user\":\"42\",\"issuedBefore\":\"2026-11-01T12:00:00.001Z\",\"reason\":\"lost\","
      + "\"refuses\":\"every token of this user\",\"notKnownTo\":\"Agora does not know.\","
      + "\"notes\":[\"006 has no time\"],\"endsAt\":\"2026-11-02T12:00:00Z\","
      + "\"createdAt\":\"2026-11-01T12:00:00Z\",\"createdBy\":\"operator\"}";

  private final StandIn server = new StandIn();

  @TempDir
  private Path data;

  @BeforeEach
  void writeToken() throws IOException {
    server.giveTokenTo(data);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aUsersTokensAreRevokedAndWhoDoesNotKnowIsSaid() {
    server.answering(201, ONE);
    Result result = revocation(
        "create",
        "--platform",
        "agora",
        "--project",
        "shop",
        "--user",
        "42",
        "--issued-before",
        "2026-11-01T12:00:00Z",
        "--reason",
        "lost");
    assertThat(result.status()).as(result.err()).isZero();
    assertThat(server.lines()).containsExactly("POST /api/v1/revocations");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"platform\":\"agora\",\"project\":\"shop\",\"reason\":\"lost\","
            + "\"user\":\"42\",\"issuedBefore\":\"2026-11-01T12:00:00Z\"}");
    assertThat(result.out()).isEqualTo("""
            revoked
              id             abc
              refuses        every token of this user
              user           42
              issued before  2026-11-01T12:00:00.001Z
              reason         lost
              created        2026-11-01T12:00:00Z
              by             operator
              until          2026-11-02T12:00:00Z
            """);
    assertThat(result.err()).isEqualTo("Agora does not know.\nNote: 006 has no time\n");
  }

  @Test
  void anIdGoesWithItsEndOrWithout() {
    server.answering(201, ONE).answering(201, ONE).answering(204, "");
    revocation(
        "create", "--platform", "agora", "--token-id", "x", "--ends-at", "2026-12-01T12:00:00Z");
    revocation("create", "--platform", "agora", "--token-id", "x", "--endless");
    assertThat(server.asked())
        .extracting(StandIn.Asked::body)
        .containsExactly(
            "{\"platform\":\"agora\",\"tokenId\":\"x\",\"endsAt\":\"2026-12-01T12:00:00Z\"}",
            "{\"platform\":\"agora\",\"tokenId\":\"x\",\"endless\":true}");
    Result deleted = revocation("delete", "abc");
    assertThat(deleted.status()).as(deleted.err()).isZero();
    assertThat(deleted.out()).isEqualTo("deleted: abc\n");
    assertThat(server.lines()).contains("DELETE /api/v1/revocations/abc");
  }

  @Test
  void aTokenComesByStandardInputOrIsAskedFor() {
    server.answering(201, ONE).answering(201, ONE);
    String[] create = {"revocation", "create", "--platform", "lamps", "--token"};
    Result piped = server
        .run(data)
        .typing("a.b.c\n")
        .jeton(Stream.concat(Arrays.stream(create), Stream.of("-")).toArray(String[]::new));
    Result asked = server.run(data).answering(question -> "d.e.f".toCharArray()).jeton(create);
    assertThat(piped.status() + asked.status()).isZero();
    assertThat(server.asked())
        .extracting(StandIn.Asked::body)
        .containsExactly(
            "{\"platform\":\"lamps\",\"token\":\"a.b.c\"}",
            "{\"platform\":\"lamps\",\"token\":\"d.e.f\"}");
  }

  @Test
  void aTokenOnTheCommandLineIsRefusedAndNotRepeated() {
    Result result = revocation("create", "--platform", "lamps", "--token", "eyJ.secret.x");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .contains("does not belong on the command line")
        .doesNotContain("eyJ.secret.x");
    assertThat(server.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--platform agora",
        "--user 42",
        "--platform agora --user 42 --token-id x",
        "--platform agora --token-id x --issued-before 2026-11-01T12:00:00Z",
        "--platform agora --issued-before yesterday",
        "--platform agora --token-id x --unverified",
        "--platform agora --user 42 --endless",
        "--platform agora --token"
      })
  void whatIsNotClearIsNotAsked(String arguments) {
    Result result =
        revocation(Stream.concat(Stream.of("create"), Arrays.stream(arguments.split(" ")))
            .toArray(String[]::new));
    assertThat(result.status()).as(result.err()).isEqualTo(2);
    assertThat(server.lines()).isEmpty();
  }

  @Test
  void theListIsReadPageByPage() {
    server
        .answering(200, "{\"items\":[" + ONE + "],\"total\":2,\"next\":\"1-abc\"}")
        .answering(
            200,
            "{\"items\":[{\"id\":\"def\",\"platform\":\"lamps\",\"refuses\":\"the token\"}],"
                + "\"total\":2}");
    Result result = revocation("list", "--platform", "agora", "--limit", "7");
    assertThat(server.lines())
        .containsExactly(
            "GET /api/v1/revocations?limit=7&platform=agora",
            "GET /api/v1/revocations?limit=6&platform=agora&after=1-abc");
    assertThat(result.out()).isEqualTo("""
            ID   PLATFORM  REFUSES                   USER  UNTIL                 REASON
            abc  agora     every token of this user  42    2026-11-02T12:00:00Z  lost
            def  lamps     the token                       for good
            """);
    assertThat(result.err()).isEqualTo("2 of 2\n");
  }

  @Test
  void oneIsShownOrPrintedAsItCame() {
    server.answering(200, ONE).answering(200, ONE);
    assertThat(revocation("show", "abc").out()).contains("every token of this user");
    assertThat(revocation("show", "abc", "--json").line()).startsWith("{").contains("notKnownTo");
    assertThat(server.lines()).containsOnly("GET /api/v1/revocations/abc");
  }

  @Test
  void agoraIsAskedToKickSomebodyOut() {
    server.answering(
        200,
        "{\"kicked\":true,\"project\":\"shop\","
            + "\"agora\":{\"status\":200,\"rule\":1953,\"message\":\"success\"}}");
    Result result = server
        .run(data)
        .jeton(
            "agora",
            "project",
            "kick",
            "shop",
            "--channel",
            "lobby",
            "--uid",
            "42",
            "--privilege",
            "publish_audio",
            "--time",
            "10m");
    assertThat(result.line()).isEqualTo("kicked, by Agora's rule 1953; Agora says: success");
    assertThat(server.lines()).containsExactly("POST /api/v1/agora/projects/shop/kick");
    assertThat(server.asked().get(0).body())
        .isEqualTo("{\"channel\":\"lobby\",\"uid\":42,\"privileges\":[\"publish_audio\"],"
            + "\"timeSeconds\":600}");
    assertThat(server.run(data).jeton("agora", "project", "kick", "shop").status())
        .isEqualTo(2);
  }

  private Result revocation(String... arguments) {
    Run run = server.run(data);
    return run.jeton(
        Stream.concat(Stream.of("revocation"), Arrays.stream(arguments)).toArray(String[]::new));
  }
}
