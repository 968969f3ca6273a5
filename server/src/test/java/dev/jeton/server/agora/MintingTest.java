package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.Privileges;
import dev.jeton.tokens.agora.RtcRole;
import dev.jeton.tokens.agora.RtmPermissions;
import dev.jeton.tokens.agora.Service;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MintingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Channel LOBBY = new Channel("lobby");
  private static final AppCertificate CERTIFICATE =
      AppCertificate.of(Secret.ofText(Projects.CERTIFICATE));
  private static final AgoraUser ALICE = AgoraUser.account("alice");

  @ParameterizedTest
  @EnumSource
  void mintedTokensVerifyUntilTheirLastSecondInBothVersions(TokenVersion version) {
    AgoraProject project = project(version, Set.of());
    Service rtc = new Service.Rtc(LOBBY, ALICE, Privileges.rtc(RtcRole.PUBLISHER, 0));

    MintedToken minted = Minting.mint(project, CERTIFICATE, List.of(rtc), 600, NOW, new Random(1));

    assertThat(minted.token()).startsWith(version.text());
    assertThat(minted.expiresAt()).isEqualTo(NOW.plusSeconds(600));
    assertThat(verify(project, minted, 599)).isInstanceOf(Outcome.Accepted.class);
    assertThat(verify(project, minted, 600)).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPrivilegeOf006EndsByItselfThoughTheTokenLivesForADay() {
    AgoraProject project = project(TokenVersion.V006, Set.of());
    Service rtc = new Service.Rtc(LOBBY, ALICE, Privileges.of(Map.of(1, 300L, 2, 900L)));

    MintedToken minted = Minting.mint(project, CERTIFICATE, List.of(rtc), 600, NOW, new Random(1));

    assertThat(verify(project, minted, 299)).isInstanceOf(Outcome.Accepted.class);
    assertThat(verify(project, minted, 300))
        .isEqualTo(
            Outcome.refused(Reason.PRIVILEGE_EXPIRED, "its privilege is over before the token is"));
  }

  @Test
  void a006TokenCarriesOneRtcOrOneRtmAndNothingElse() {
    Service rtc = new Service.Rtc(LOBBY, ALICE, Privileges.rtc(RtcRole.SUBSCRIBER, 0));
    Service rtm = new Service.Rtm("alice", Privileges.of(1, 0));
    Service chat = new Service.Chat("alice", Privileges.of(1, 0));

    assertThat(Minting.canCarry(TokenVersion.V006, List.of(rtc))).isTrue();
    assertThat(Minting.canCarry(TokenVersion.V006, List.of(rtm))).isTrue();
    assertThat(Minting.canCarry(TokenVersion.V006, List.of(chat))).isFalse();
    assertThat(Minting.canCarry(TokenVersion.V006, List.of(rtc, rtm))).isFalse();
    assertThat(Minting.canCarry(TokenVersion.V007, List.of(rtc, rtm, chat))).isTrue();
  }

  @Test
  void whatReachesBeyondOneUserInOneChannelNeedsItsGrant() {
    Privileges join = Privileges.of(1, 0);
    assertThat(missing(new Service.Rtc(LOBBY, ALICE, join))).isEmpty();
    assertThat(missing(new Service.Rtc(LOBBY, AgoraUser.uid(0), join))).contains(Grant.ANY_USER);
    assertThat(missing(new Service.Rtc(LOBBY, AgoraUser.account("*"), join)))
        .contains(Grant.ANY_USER);
    assertThat(missing(new Service.Rtc(LOBBY, AgoraUser.account("0"), join))).isEmpty();
    assertThat(missing(new Service.Rtc(new Channel(""), ALICE, join))).contains(Grant.ANY_CHANNEL);
    assertThat(missing(new Service.Fcdn(new Channel("a*"), ALICE, join)))
        .contains(Grant.ANY_CHANNEL);
    assertThat(missing(new Service.Chat("", Privileges.of(Service.Chat.APP, 0))))
        .contains(Grant.APP_TOKEN);
    assertThat(missing(new Service.Chat("alice", Privileges.of(Service.Chat.APP, 0))))
        .contains(Grant.APP_TOKEN);
    assertThat(missing(new Service.Chat("", join))).contains(Grant.ANY_USER);
    assertThat(missing(new Service.Apaas("", "", -1, Privileges.of(Service.Apaas.APP, 0))))
        .contains(Grant.APP_TOKEN);
    assertThat(missing(new Service.Rtm("*", join))).contains(Grant.ANY_USER);
    assertThat(missing(new Service.ConvoAi(Privileges.none()))).contains(Grant.APP_TOKEN);
    assertThat(missing(new Service.Stt(Privileges.none()))).contains(Grant.APP_TOKEN);
    assertThat(missing(new Service.Fpa(join))).contains(Grant.APP_TOKEN);
    assertThat(missing(rtm2("room-1"))).isEmpty();
    assertThat(missing(rtm2("room-*"))).contains(Grant.ANY_CHANNEL);
  }

  @Test
  void servicesWithoutAUserBelongToTheUserBesideThem() {
    Service rtc = new Service.Rtc(LOBBY, ALICE, Privileges.of(1, 0));
    assertThat(Minting.missingGrant(
            project(TokenVersion.V007, Set.of()),
            List.of(rtc, new Service.ConvoAi(Privileges.none()))))
        .isEmpty();
  }

  @Test
  void aNamedGrantOpensItsKindOnly() {
    AgoraProject project = project(TokenVersion.V007, Set.of(Grant.ANY_USER));
    Privileges join = Privileges.of(1, 0);
    assertThat(Minting.missingGrant(
            project, List.of(new Service.Rtc(LOBBY, AgoraUser.anyone(), join))))
        .isEmpty();
    assertThat(Minting.missingGrant(
            project, List.of(new Service.Rtc(Channel.any(), AgoraUser.anyone(), join))))
        .contains(Grant.ANY_CHANNEL);
  }

  @Test
  void aUserOfACallerKeepsOneUidPerProject() {
    StableUid uids = new StableUid(Secret.ofText("k".repeat(32)));
    AgoraProject project = project(TokenVersion.V007, Set.of());
    AgoraUser first = uids.of(project, "backend", "alice");
    assertThat(uids.of(project, "backend", "alice")).isEqualTo(first);
    assertThat(uids.of(project, "backend", "bob")).isNotEqualTo(first);
    assertThat(uids.of(project, "other", "alice")).isNotEqualTo(first);
    assertThat(Long.parseLong(first.wire())).isBetween(1L, 2_147_483_647L);
  }

  @Test
  void aMintedTokenIsNotPrinted() {
    assertThat(new MintedToken("007secret", TokenVersion.V007, 0, 1).toString())
        .doesNotContain("secret");
  }

  private static Service rtm2(String name) {
    RtmPermissions permissions = RtmPermissions.none()
        .with(RtmPermissions.Resource.MESSAGE_CHANNELS, RtmPermissions.Access.READ, List.of(name));
    return new Service.Rtm2("alice", permissions, Privileges.of(1, 0));
  }

  private static Optional<Grant> missing(Service service) {
    return Minting.missingGrant(project(TokenVersion.V007, Set.of()), List.of(service));
  }

  private static Outcome<AgoraProject.Verified> verify(
      AgoraProject project, MintedToken minted, long after) {
    Expected expected = Expected.at(NOW.plusSeconds(after)).channel(LOBBY).user(ALICE);
    return project.verify(minted.token(), expected);
  }

  private static AgoraProject project(TokenVersion version, Set<Grant> grants) {
    ProjectSpec spec = Projects.spec("p");
    return Projects.live(new ProjectSpec(
        spec.name(),
        spec.appId(),
        spec.authentication(),
        version,
        spec.lifetimes(),
        grants,
        false));
  }
}
