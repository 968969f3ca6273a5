package dev.jeton.cli.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RawAccessToken;
import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.agora.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class MintRtmAndChatTest {

  @Test
  void rtmLogsOneUserIn() {
    Result result = Run.withProject().jeton("mint", "agora", "rtm", "--user", "alice");
    assertThat(result.status()).isZero();
    assertThat(services(result)).containsExactly(new Service.Rtm("alice", Privileges.of(1, 3600)));
  }

  @Test
  void rtmJsonNamesTheUser() {
    Result result = Run.withProject()
        .jeton("mint", "agora", "rtm", "--user", "al\"ice", "--ttl", "1d", "--json");
    assertThat(result.out())
        .contains("\"version\":\"007\"", "\"user\":\"al\\\"ice\"", "\"token\":\"007")
        .contains("\"expiresAt\":\"2026-11-02T12:00:00Z\"");
  }

  @Test
  void rtmComesAs006Too() {
    Result result = Run.withProject()
        .jeton("mint", "agora", "rtm", "--user", "alice", "--token-version", "006", "--ttl", "60");
    RawAccessToken token =
        ((Outcome.Accepted<RawAccessToken>) RawAccessToken.parse(result.line())).value();
    assertThat(token.isRtm()).isTrue();
    assertThat(token.privileges().seconds(0)).isEqualTo(Run.NOW.getEpochSecond() + 60);
  }

  @Test
  void rtmNeedsAUser() {
    Result result = Run.withProject().jeton("mint", "agora", "rtm");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err())
        .isEqualTo("jeton: missing: --user U\nTry: jeton mint agora rtm --help\n");
  }

  @Test
  void rtmWarnsOfTheUserThatIsAWildcard() {
    Result result = Run.withProject().jeton("mint", "agora", "rtm", "--user", "*");
    assertThat(result.err()).isEqualTo("warning: anyone may use this token: it names no user\n");
  }

  @Test
  void chatIsForOneUser() {
    Result result = Run.withProject().jeton("mint", "agora", "chat", "--user", "alice");
    assertThat(services(result))
        .containsExactly(new Service.Chat("alice", Privileges.of(Service.Chat.USER, 3600)));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void chatIsForTheAppWithAWarning() {
    Result result = Run.withProject().jeton("mint", "agora", "chat", "--app");
    assertThat(services(result))
        .containsExactly(new Service.Chat("", Privileges.of(Service.Chat.APP, 3600)));
    assertThat(result.err())
        .isEqualTo("warning: whoever holds this token administers Chat of the whole project\n");
    assertThat(
            Run.withProject().jeton("mint", "agora", "chat", "--app", "--json").out())
        .contains("\"app\":true,\"token\":\"007");
  }

  @Test
  void chatNeedsEitherUserOrApp() {
    assertThat(Run.withProject().jeton("mint", "agora", "chat").err())
        .startsWith("jeton: missing: --user U or --app\n");
    assertThat(Run.withProject()
            .jeton("mint", "agora", "chat", "--app", "--user", "a")
            .err())
        .startsWith("jeton: give --user or --app, not both\n");
  }

  @Test
  void chatDoesNotFitInto006() {
    Result result = Run.withProject()
        .jeton("mint", "agora", "chat", "--user", "alice", "--token-version", "006");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .startsWith("jeton: --token-version: the 006 format cannot carry Chat; use 007\n");
  }

  private static List<Service> services(Result result) {
    return ((Outcome.Accepted<RawAccessToken2>) RawAccessToken2.parse(result.line()))
        .value()
        .services();
  }
}
