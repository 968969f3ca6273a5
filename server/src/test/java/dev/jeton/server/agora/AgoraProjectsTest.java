package dev.jeton.server.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.Stored;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.server.vault.KeyVersions;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgoraProjectsTest {
  private static final KeyVersions KEYS =
      KeyVersions.startingWith(KeyVersion.prepared("k1", Projects.START));

  private final AgoraProject demo = DemoProject.create(new Random(1));
  private final AgoraProjects projects = new AgoraProjects(demo);

  @Test
  void theDemoProjectIsThereWhileThereIsNoOther() {
    assertThat(projects.standard()).contains(demo);
    projects.hold(List.of(stored("shop", 1)));
    assertThat(projects.all()).doesNotContain(demo);
    assertThat(projects.named(DemoProject.NAME)).isEmpty();
    projects.hold(List.of());
    assertThat(projects.standard()).contains(demo);
  }

  @Test
  void aProjectIsFoundByNameWhateverItsCaseByAppIdAndByItsId() {
    projects.hold(List.of(stored("Shop", 1), stored("club", 2)));
    AgoraProject shop = projects.named("Shop").orElseThrow();
    assertThat(projects.named("sHOP")).contains(shop);
    assertThat(projects.named(appId(1))).contains(shop);
    assertThat(projects.of(new AppId(appId(1)))).contains(shop);
    assertThat(projects.find("id-of-Shop")).contains(shop);
    assertThat(projects.named("id-of-Shop")).isEmpty();
    assertThat(projects.of(new AppId(appId(3)))).isEmpty();
  }

  @Test
  void aNameThatLooksLikeAnAppIdHidesNoProject() {
    projects.hold(List.of(stored("shop", 1), stored(appId(1), 2)));
    assertThat(projects.named(appId(1)).orElseThrow().name()).isEqualTo("shop");
    assertThat(projects.of(new AppId(appId(1))).orElseThrow().name()).isEqualTo("shop");
  }

  @Test
  void theDefaultIsTheMarkedOneElseThatOfThePlainSettingsElseTheOnlyOne() {
    Stored<ProjectSpec> shop = stored("shop", 1);
    Stored<ProjectSpec> plain = Stored.fixed(
        AgoraSettingsSection.PLAIN,
        spec(AgoraSettingsSection.PLAIN, 2, false),
        KEYS,
        Map.of("k1", Secret.ofText(Projects.CERTIFICATE)));
    projects.hold(List.of(shop));
    assertThat(standard()).isEqualTo("shop");
    projects.hold(List.of(shop, stored("club", 3)));
    assertThat(standard()).isEqualTo("none");
    projects.hold(List.of(plain, shop));
    assertThat(standard()).isEqualTo("default");
    projects.hold(List.of(plain, Projects.stored(spec("club", 3, true), KEYS)));
    assertThat(standard()).isEqualTo("club");
  }

  @Test
  void whatDidNotChangeStaysAndWhatChangedKeepsWhatItCounted() {
    Stored<ProjectSpec> shop = stored("shop", 1);
    projects.hold(List.of(shop, stored("club", 2)));
    AgoraProject before = projects.named("shop").orElseThrow();
    before.use().countMinted();
    AgoraProject club = projects.named("club").orElseThrow();
    club.use().countWithoutToken();

    projects.hold(List.of(shop, stored("club", 3)));

    assertThat(projects.named("shop")).containsSame(before);
    AgoraProject changed = projects.named("club").orElseThrow();
    assertThat(changed).isNotSameAs(club);
    assertThat(changed.use().withoutToken()).isEqualTo(1);
    assertThat(before.use().minted()).isEqualTo(1);
  }

  private String standard() {
    return projects.standard().map(AgoraProject::name).orElse("none");
  }

  private static Stored<ProjectSpec> stored(String name, int number) {
    return Projects.stored(spec(name, number, false), KEYS);
  }

  private static ProjectSpec spec(String name, int number, boolean marked) {
    return new ProjectSpec(
        name,
        new AppId(appId(number)),
        Authentication.TOKEN,
        TokenVersion.V007,
        Lifetimes.STANDARD,
        Set.of(),
        marked);
  }

  private static String appId(int number) {
    return Projects.APP_ID.substring(1) + number;
  }
}
