package dev.jeton.cli.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.cli.Run;
import dev.jeton.cli.Run.Result;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import dev.jeton.tokens.agora.Service;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class InspectAgoraTest {
  /** Published in AgoraIO/Tools: AccessTokenTest. */
  private static final String OFFICIAL_006 =
      "006970CA35de60c44645bbae8a215061b33IACV0fZUBw+72cVoL9ey"
          + "GGh3Q6Poi8bgjwVLnyKSJyOXR7dIfRBXoFHlEAABAAAAR/QQAAEAAQCvKDdW";

  @Test
  void showsA007TokenWithoutAnySecret() {
    String token =
        token().rtc(lobby(), AgoraUser.uid(42), RtcRole.SUBSCRIBER, minutes(12)).sign(cert());
    Result result = Run.bare().jeton("inspect", token);
    assertThat(result.status()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out()).isEqualTo("""
        Agora 007, nothing is verified
          app id   970CA35de60c44645bbae8a215061b33
          issued   2026-11-01T12:00:00Z, 0 s ago
          expires  2026-11-01T13:00:00Z, expires in 1 h
          salt     7
        RTC
          channel  lobby
          user     42
          join     2026-11-01T12:12:00Z, expires in 12 min
        """);
  }

  @Test
  void showsTheEndsAsOfAnotherTime() {
    String token = token().rtm("alice", minutes(12)).sign(cert());
    assertThat(
            Run.bare().jeton("inspect", "--at", "2026-11-01T16:00:00Z", token).out())
        .contains("expires  2026-11-01T13:00:00Z, expired 3 h ago\n")
        .contains("issued   2026-11-01T12:00:00Z, 4 h ago\n");
    assertThat(
            Run.bare().jeton("inspect", "--at", "2026-11-01T11:59:00Z", token).out())
        .contains("issued   2026-11-01T12:00:00Z, in 1 min\n");
  }

  @Test
  void readsStandardInput() {
    String token = token().rtm("alice", minutes(12)).sign(cert());
    assertThat(Run.bare().typing(token + "\r\n").jeton("inspect", "-").status()).isZero();
  }

  @Test
  void showsA006TokenWithTheChecksumsOnly() {
    Result result = Run.bare().jeton("inspect", OFFICIAL_006);
    assertThat(result.status()).isZero();
    assertThat(result.out()).isEqualTo("""
        Agora 006, nothing is verified
          app id   970CA35de60c44645bbae8a215061b33
          expires  1970-01-13T20:38:31Z, expired 20745 d 15 h ago
          salt     1
          channel  not in it, CRC-32 276646071
          user     not in it, CRC-32 3847331927
        Privileges
          join     1970-01-13T20:38:31Z, expired 20745 d 15 h ago
        """);
    assertThat(Run.bare().jeton("inspect", "--json", OFFICIAL_006).out())
        .isEqualTo(
            "{\"recognised\":true,\"verified\":false,\"platform\":\"agora\",\"version\":\"006\",\"appId\":\""
                + "970CA35de60c44645bbae8a215061b33\",\"expiresAt\":\"1970-01-13T20:38:31Z\","
                + "\"crcChannel\":276646071,\"crcUser\":3847331927,\"privileges\":[{\"id\":1,"
                + "\"name\":\"join\",\"value\":1446455471,\"expiresAt\":\"1970-01-13T20:38:31Z\"}]}\n");
  }

  @Test
  void showsA006Login() {
    String token = Run.withProject()
        .jeton("mint", "agora", "rtm", "--user", "a", "--token-version", "006")
        .line();
    assertThat(Run.bare().jeton("inspect", token).out())
        .contains("  account  not in it, CRC-32 3904355907\n", "  login    2026-11-01T13:00:00Z")
        .doesNotContain("user");
  }

  @Test
  void showsEveryService() {
    String token = token()
        .rtc(new Channel(""), AgoraUser.anyone(), RtcRole.PUBLISHER, Duration.ZERO)
        .rtm("alice", minutes(1))
        .service(
            new Service.Streaming(lobby(), AgoraUser.uid(1), Privileges.of(Map.of(1, 5L, 2, 6L))))
        .fpa()
        .chatApp(minutes(1))
        .service(new Service.Fcdn(lobby(), AgoraUser.uid(1), Privileges.of(Map.of(1, 5L, 2, 6L))))
        .apaasUser("bob", minutes(1))
        .service(new Service.Apaas("room", "bob", 2, Privileges.of(Map.of(1, 5L, 3, 6L, 9, 7L))))
        .rtm2(
            "carol",
            RtmPermissions.none()
                .with(Resource.STREAM_CHANNELS, Access.WRITE, List.of("a", "b\u001b[2J")),
            minutes(1))
        .convoAi()
        .stt()
        .sign(cert());
    assertThat(Run.bare().jeton("inspect", token).out())
        .contains(
            "\nRTC\n", "\nRTM\n", "\nStreaming\n", "\nFPA\n", "\nChat\n", "\nFCDN\n", "\nAPaaS\n")
        .contains("\nRTM2\n", "\nConvoAI\n", "\nSTT\n")
        .containsPattern("channel +every channel\n")
        .containsPattern("user +anyone \\(uid 0\\)\n")
        .containsPattern("user id +none \\(the app itself\\)\n")
        .containsPattern("publish-mixed-stream +2026-11-01T12:00:05Z")
        .containsPattern("publish-raw-stream +2026-11-01T12:00:06Z")
        .containsPattern("play +2026-11-01T12:00:06Z")
        .containsPattern("room +none\n  role +none\n  user id +bob\n")
        .containsPattern("room +room\n  role +2\n  user id +bob\n  room-user +2026")
        .containsPattern("privilege-9 +2026-11-01T12:00:07Z")
        .containsPattern("write stream-channels +a, b\\\\u\\{1b}\\[2J\n");
    assertThat(Run.bare().jeton("inspect", "--json", token).out())
        .contains("{\"type\":\"apaas\",\"user\":\"bob\",\"room\":\"\",\"role\":-1,")
        .contains("{\"type\":\"rtm2\",\"user\":\"carol\",\"permissions\":{"
            + "\"streamChannels\":{\"write\":[\"a\",\"b\\u001b[2J\"]}},")
        .contains("\"name\":\"publishMixedStream\",\"value\":5,")
        .contains("\"name\":\"privilege9\",\"value\":7,")
        .contains("{\"type\":\"stt\",\"privileges\":[]}],\"complete\":true}");
  }

  @Test
  void saysWhenALifetimeIsLongerThanAgoraHonours() {
    String token = token().validFor(86_401).rtm("a", Duration.ZERO).sign(cert());
    assertThat(Run.bare().jeton("inspect", token).out())
        .contains("expires   2026-11-02T12:00:00Z")
        .contains("lifetime  86401 s, of which Agora honours 86400\n");
    assertThat(Run.bare()
            .jeton("inspect", token().validFor(86_400).rtm("a", Duration.ZERO).sign(cert()))
            .out())
        .doesNotContain("lifetime");
  }

  @Test
  void hostileTextIsEscapedAndCut() {
    String hostile = "\u001b]0;owned\u0007\r\n\u202egnp.exe\u0000" + "x".repeat(60_000);
    String token = token()
        .rtc(
            new Channel(hostile), AgoraUser.account("a\u009b31m\\"), RtcRole.SUBSCRIBER, minutes(1))
        .sign(cert());
    Result result = Run.bare().onTerminal().with("NO_COLOR", "1").jeton("inspect", token);
    assertThat(result.out())
        .contains("\\u{1b}]0;owned\\u{7}\\u{d}\\u{a}\\u{202e}gnp.exe\\u{0}xxx")
        .contains("... (60021 characters)\n")
        .contains("a\\u{9b}31m\\\\\n");
    assertThat(result.out().chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
    assertThat(result.out().lines()).allMatch(line -> line.length() < 200);
    String json = Run.bare().jeton("inspect", "--json", token).out();
    assertThat(json).contains("\\u001b]0;owned\\u0007\\u000d\\u000a\\u202egnp.exe\\u0000xxx");
    assertThat(json.chars()).noneMatch(c -> Character.isISOControl(c) && c != '\n');
  }

  @Test
  void thousandsOfServicesAndPrivilegesAreCounted() {
    AccessToken2 many = token();
    for (int i = 0; i < 5_000; i++) {
      many.convoAi();
    }
    assertThat(Run.bare().jeton("inspect", many.sign(cert())).out())
        .hasLineCount(5 + 20 + 1)
        .endsWith("4980 more services\n");
    Map<Integer, Long> privileges = new TreeMap<>();
    for (int id = 1; id <= 5_000; id++) {
      privileges.put(id, 0L);
    }
    String token =
        token().service(new Service.Rtm("u", Privileges.of(privileges))).sign(cert());
    assertThat(Run.bare().jeton("inspect", token).out())
        .hasLineCount(5 + 2 + 20 + 1)
        .containsPattern("\\.\\.\\. +4980 more privileges\n");
  }

  @Test
  void aDamagedTokenIsNamedAndExplained() {
    Result result = Run.bare().jeton("inspect", "007eJxT");
    assertThat(result.status()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("unreadable: it starts like Agora 007, but ")
        .endsWith("(MALFORMED)\n");
    assertThat(Run.bare().jeton("inspect", "--json", "006x").out())
        .isEqualTo("{\"recognised\":true,\"kind\":\"Agora 006\",\"reason\":\"MALFORMED\","
            + "\"detail\":\"what follows 006 is not an App ID of 32 hex digits\"}\n");
  }

  private static AccessToken2 token() {
    return AccessToken2.forApp(new AppId(Run.APP_ID))
        .issuedAt(Run.NOW)
        .validFor(3600)
        .salt(7);
  }

  private static Channel lobby() {
    return new Channel("lobby");
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  private static AppCertificate cert() {
    return AppCertificate.of(Secret.ofText(Run.CERTIFICATE));
  }
}
