package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.policies.Asked;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.Service;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a policy's test says and what minting asks for are the same. */
class PowerTest {
  private static final Privileges LOGIN = Privileges.of(Privileges.JOIN, 60L);

  static Stream<List<Service>> services() {
    Service rtc = rtc("c", AgoraUser.uid(7));
    Service stt = new Service.Stt(Privileges.none());
    Service app = new Service.Chat("", Privileges.of(Service.Chat.APP, 60L));
    return Stream.of(
        List.of(rtc),
        List.of(rtc("*", AgoraUser.uid(7))),
        List.of(rtc("c*", AgoraUser.account("u"))),
        List.of(rtc("c", AgoraUser.uid(0))),
        List.of(rtc("c", AgoraUser.account("*"))),
        List.of(new Service.Rtm("u", LOGIN)),
        List.of(new Service.Rtm("*", LOGIN)),
        List.of(new Service.Rtm("0", LOGIN)),
        List.of(new Service.Chat("u", Privileges.of(Service.Chat.USER, 60L))),
        List.of(new Service.Chat("*", Privileges.of(Service.Chat.USER, 60L))),
        List.of(app),
        List.of(new Service.Apaas(
            "", "", Service.Apaas.NO_ROLE, Privileges.of(Service.Apaas.APP, 60L))),
        List.of(new Service.Apaas("room", "u", 1, Privileges.of(Service.Apaas.ROOM_USER, 60L))),
        List.of(new Service.Apaas("*", "u", 1, Privileges.of(Service.Apaas.ROOM_USER, 60L))),
        List.of(new Service.Fpa(LOGIN)),
        List.of(stt),
        List.of(new Service.Fpa(LOGIN), stt),
        List.of(rtc, stt),
        List.of(rtc, app),
        List.of(rtc("*", AgoraUser.uid(0)), new Service.Rtm("u", LOGIN), stt));
  }

  @ParameterizedTest
  @MethodSource("services")
  void aTestFindsThePowersThatMintingFinds(List<Service> services) {
    Set<String> found = new TreeSet<>();
    AgoraProject project = Projects.live(Projects.spec("shop"));
    for (Asked part : new Requested(project, services, 60, uid -> uid).parts()) {
      found.addAll(Power.implied(part));
    }
    assertThat(found).isEqualTo(new TreeSet<>(Power.of(services)));
  }

  private static Service rtc(String channel, AgoraUser user) {
    return new Service.Rtc(new Channel(channel), user, Privileges.rtc(RtcRole.PUBLISHER, 60));
  }
}
