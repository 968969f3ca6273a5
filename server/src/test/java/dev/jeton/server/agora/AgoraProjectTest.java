package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AgoraUser;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.RtcRole;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which certificates of a project count when. */
class AgoraProjectTest {
  private static final Instant NOW = Projects.START;
  private static final KeyVersions ONE = KeyVersions.startingWith(KeyVersion.prepared("k1", NOW));
  private static final KeyVersions PREPARED = ONE.prepare(KeyVersion.prepared("k2", NOW), NOW);
  private static final KeyVersions ROTATED = PREPARED.activate("k2", NOW, Duration.ofSeconds(100));

  @Test
  void thePrimaryOneSignsAndBothVerify() {
    AgoraProject project = project(ROTATED);
    assertThat(signer(project, NOW)).isEqualTo("k2");
    assertThat(verdict(project, "k2", NOW)).isEqualTo("primary");
    assertThat(verdict(project, "k1", NOW)).isEqualTo("secondary");
    assertThat(verdict(project, "k3", NOW)).isEqualTo("BAD_SIGNATURE");
  }

  @Test
  void aPreparedOneVerifiesBeforeItSigns() {
    AgoraProject project = project(PREPARED);
    assertThat(signer(project, NOW)).isEqualTo("k1");
    assertThat(verdict(project, "k2", NOW)).isEqualTo("secondary");
  }

  @Test
  void theFormerOneVerifiesUntilTheOverlapIsOver() {
    AgoraProject project = project(ROTATED);
    assertThat(verdict(project, "k1", NOW.plusSeconds(99))).isEqualTo("secondary");
    assertThat(verdict(project, "k1", NOW.plusSeconds(100))).isEqualTo("BAD_SIGNATURE");
    assertThat(verdict(project, "k1", NOW.plusSeconds(101))).isEqualTo("BAD_SIGNATURE");
  }

  @Test
  void aDisabledPrimaryOneNeitherSignsNorVerifiesAndTheSecondaryOneStaysThat() {
    AgoraProject project = project(ROTATED.disable("k2", NOW));
    assertThat(project.signing(NOW)).isEmpty();
    assertThat(verdict(project, "k2", NOW)).isEqualTo("BAD_SIGNATURE");
    assertThat(verdict(project, "k1", NOW)).isEqualTo("secondary");
  }

  @Test
  void aTokenForAProjectWithoutAnEnabledCertificateIsRefusedForThat() {
    AgoraProject project = project(ONE.disable("k1", NOW));
    assertThat(project.signing(NOW)).isEmpty();
    assertThat(verdict(project, "k1", NOW)).isEqualTo(Reason.KEY_DISABLED.name());
    assertThat(project.noCertificate(NOW).problem().code()).isEqualTo("key-disabled");
    AgoraProject gone = project(ONE.retire("k1", NOW, Duration.ZERO));
    assertThat(verdict(gone, "k1", NOW)).isEqualTo(Reason.KEY_ENDED.name());
    assertThat(gone.noCertificate(NOW).problem().code()).isEqualTo("key-ended");
  }

  private static AgoraProject project(KeyVersions keys) {
    return AgoraProject.of(Projects.stored(Projects.spec("p"), keys), new ProjectUse());
  }

  private static String signer(AgoraProject project, Instant now) {
    AppCertificate signing = project.signing(now).orElseThrow();
    return project.certificates().stream()
        .filter(one -> one.certificate().equals(signing))
        .findFirst()
        .orElseThrow()
        .version()
        .id();
  }

  /** The slot of the certificate that signed it, or why it is refused. */
  private static String verdict(AgoraProject project, String keyId, Instant now) {
    String token = AccessToken2.forApp(new AppId(Projects.APP_ID))
        .issuedAt(NOW)
        .validFor(Duration.ofHours(1))
        .salt(1)
        .rtc(new Channel("lobby"), AgoraUser.uid(1), RtcRole.SUBSCRIBER, Duration.ZERO)
        .sign(AppCertificate.of(Projects.secret(keyId)));
    Outcome<AgoraProject.Verified> outcome = project.verify(token, Expected.at(now));
    return outcome instanceof Outcome.Accepted<AgoraProject.Verified> accepted
        ? accepted.value().signedBy().slot()
        : ((Outcome.Refused<AgoraProject.Verified>) outcome).reason().name();
  }
}
