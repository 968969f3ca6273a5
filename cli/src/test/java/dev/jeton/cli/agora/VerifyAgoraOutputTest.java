package dev.jeton.cli.agora;

import static dev.jeton.cli.agora.Verifying.LEGACY;
import static dev.jeton.cli.agora.Verifying.LISTENER;
import static dev.jeton.cli.agora.Verifying.TOKEN;
import static dev.jeton.cli.agora.Verifying.mint;
import static dev.jeton.cli.agora.Verifying.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import org.junit.jupiter.api.Test;

class VerifyAgoraOutputTest {
  @Test
  void showsWhatItVerified() {
    Result result = verify("--channel", "lobby", "--uid", "42", TOKEN);
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("""
        valid
          token          Agora 007
          app id         970CA35de60c44645bbae8a215061b33
          issued         2026-11-01T12:00:00Z, 0 s ago
          expires        2026-11-01T13:00:00Z, expires in 1 h
          signed by      primary certificate
        RTC
          channel        lobby
          user           42
          join           2026-11-01T13:00:00Z, expires in 1 h
          publish-audio  2026-11-01T13:00:00Z, expires in 1 h
          publish-video  2026-11-01T13:00:00Z, expires in 1 h
          publish-data   2026-11-01T13:00:00Z, expires in 1 h
        """);
  }

  @Test
  void showsA006Token() {
    Result result = verify("--channel", "lobby", "--uid", "42", LEGACY);
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        valid
          token      Agora 006
          app id     970CA35de60c44645bbae8a215061b33
          expires    2026-11-02T12:00:00Z, expires in 1 d
          signed by  primary certificate
        Privileges
          join       2026-11-01T13:00:00Z, expires in 1 h
        """);
  }

  @Test
  void jsonHoldsWhatWasVerified() {
    Result result = verify("--channel", "lobby", "--json", LISTENER);
    assertThat(result.out())
        .isEqualTo("{\"valid\":true,\"platform\":\"agora\",\"version\":\"007\",\"appId\":\""
            + Run.APP_ID + "\",\"issuedAt\":\"2026-11-01T12:00:00Z\","
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\",\"services\":["
            + "{\"type\":\"rtc\",\"channel\":\"lobby\",\"user\":\"42\",\"privileges\":["
            + "{\"id\":1,\"name\":\"join\",\"value\":3600,"
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\"}]}],"
            + "\"complete\":true,\"signedBy\":\"primary\",\"unchecked\":[\"user\"]}\n");
  }

  @Test
  void jsonOf006HasNoIssueTimeSinceTheTokenHasNone() {
    assertThat(verify("--channel", "lobby", "--uid", "42", "--json", LEGACY).out())
        .isEqualTo("{\"valid\":true,\"platform\":\"agora\",\"version\":\"006\",\"appId\":\""
            + Run.APP_ID + "\",\"expiresAt\":\"2026-11-02T12:00:00Z\","
            + "\"channel\":\"lobby\",\"user\":\"42\","
            + "\"privileges\":[{\"id\":1,\"name\":\"join\",\"value\":1793538000,"
            + "\"expiresAt\":\"2026-11-01T13:00:00Z\"}],"
            + "\"signedBy\":\"primary\",\"unchecked\":[]}\n");
    String login = mint("rtm", "--user", "alice", "--token-version", "006");
    assertThat(verify("--account", "alice", "--json", login).out())
        .contains("\"expiresAt\":\"2026-11-02T12:00:00Z\",\"account\":\"alice\",\"privileges\":[");
  }

  @Test
  void jsonOfARefusalTellsNothingOfTheToken() {
    Result result = verify("--channel", "attic", "--json", TOKEN);
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .isEqualTo("{\"valid\":false,\"reason\":\"CHANNEL_MISMATCH\","
            + "\"detail\":\"it is not for this channel\"}\n");
  }

  @Test
  void coloursTheVerdictOnATerminalOnly() {
    assertThat(Run.withProject().onTerminal().jeton("verify", "agora", TOKEN).out())
        .startsWith("\u001b[32mvalid\u001b[0m\n");
    assertThat(Run.withProject().onTerminal().jeton("verify", "agora", "007").out())
        .startsWith("\u001b[31mrefused\u001b[0m: ");
    assertThat(Run.withProject()
            .onTerminal()
            .with("NO_COLOR", "1")
            .jeton("verify", "agora", TOKEN)
            .out())
        .startsWith("valid\n");
  }
}
