package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.policies.Asked;
import dev.jeton.server.policies.Word;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What policies see of a request for Agora tokens. */
class RequestedTest {
  private static final Privileges LOGIN = Privileges.of(Privileges.JOIN, 60);
  private static final Service RTC = new Service.Rtc(
      new Channel("lobby"), AgoraUser.uid(7), Privileges.rtc(RtcRole.SUBSCRIBER, 60));

  @Test
  void eachServiceIsAskedForByItself() {
    List<Asked> parts = parts(RTC, new Service.Rtm("bob", LOGIN));
    assertThat(parts).hasSize(2).allSatisfy(part -> {
      assertThat(part.services()).containsExactly("rtc", "rtm");
      assertThat(part.ttl()).isEqualTo(60);
      assertThat(part.words())
          .containsEntry(Word.PLATFORM, "agora")
          .containsEntry(Word.PROJECT, "shop");
    });
    assertThat(parts.get(0).words())
        .containsEntry(Word.KIND, "rtc")
        .containsEntry(Word.CHANNEL, "lobby")
        .containsEntry(Word.USER, "name of 7")
        .containsEntry(Word.ROLE, "subscriber");
    assertThat(parts.get(1).words())
        .containsEntry(Word.KIND, "rtm")
        .containsEntry(Word.USER, "bob")
        .doesNotContainKeys(Word.CHANNEL, Word.ROLE);
  }

  @Test
  void whoeverMayPublishAnythingIsAPublisher() {
    for (int privilege : new int[] {2, 3, 4}) {
      Service rtc = new Service.Rtc(
          new Channel("lobby"), AgoraUser.uid(7), Privileges.of(Map.of(1, 60L, privilege, 60L)));
      assertThat(role(rtc)).isEqualTo("publisher");
    }
    assertThat(role(new Service.Fcdn(
            new Channel("lobby"), AgoraUser.uid(7), Privileges.of(Map.of(1, 60L)))))
        .isEqualTo("publisher");
    assertThat(role(new Service.Fcdn(
            new Channel("lobby"), AgoraUser.uid(7), Privileges.of(Map.of(2, 60L)))))
        .isEqualTo("subscriber");
  }

  @Test
  void aTokenForAnybodyHasNoUser() {
    Service rtc = new Service.Rtc(
        new Channel("*"), AgoraUser.anyone(), Privileges.rtc(RtcRole.SUBSCRIBER, 60));
    Asked part = parts(rtc).get(0);
    assertThat(part.words()).containsEntry(Word.USER, "").containsEntry(Word.CHANNEL, "*");
    assertThat(part.powers()).containsExactlyInAnyOrder("any-user", "any-channel");
  }

  @Test
  void thePowersOfOneServiceAreThoseOfTheWholeToken() {
    Service chat = new Service.Chat("", Privileges.of(Service.Chat.APP, 60));
    assertThat(parts(RTC, chat))
        .allSatisfy(part -> assertThat(part.powers()).containsExactly("app-token"));
    Service rtm2 = new Service.Rtm2("bob", RtmPermissions.none(), LOGIN);
    assertThat(parts(rtm2).get(0).powers()).containsExactly("free-permissions");
  }

  private static String role(Service service) {
    return parts(service).get(0).words().getOrDefault(Word.ROLE, "");
  }

  private static List<Asked> parts(Service... services) {
    AgoraProject project = Projects.live(Projects.spec("shop"));
    return new Requested(project, List.of(services), 60, uid -> "name of " + uid).parts();
  }
}
