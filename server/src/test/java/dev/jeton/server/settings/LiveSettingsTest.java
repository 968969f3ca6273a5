package dev.jeton.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSettingsTest {
  private static final LiveSetting<Duration> NEAR = LiveSetting.duration(
      Key.setting("room.near", "How near").defaultingTo("14d"),
      Duration.ofDays(1),
      Duration.ofDays(30));
  private static final LiveSetting<List<String>> TO =
      LiveSetting.texts(Key.setting("room.to", "Who"), text -> text.contains("@"), "give names");
  private static final LiveSetting<Boolean> SHOWN =
      LiveSetting.truth(Key.setting("room.shown", "Whether").defaultingTo("false"));

  @TempDir
  Path folder;

  private static final class Section implements SettingsSection<String> {
    @Override
    public List<Key> keys() {
      return List.of();
    }

    @Override
    public List<LiveSetting<?>> live() {
      return List.of(NEAR, TO, SHOWN);
    }

    @Override
    public String read(SettingsReader in) {
      return "";
    }

    @Override
    public Class<String> type() {
      return String.class;
    }
  }

  private Loaded load(Map<String, String> environment) {
    return new SettingsLoader(List.of(new Section()), List.of())
        .load(new SettingsSources(Map.of(), environment, folder, null));
  }

  private LiveSettings live(Map<String, String> environment) {
    return ((Loaded.Complete) load(environment)).settings().live();
  }

  @Test
  void withoutAnyValueTheDefaultsHold() {
    LiveSettings live = live(Map.of());
    assertThat(live.get(NEAR)).isEqualTo(Duration.ofDays(14));
    assertThat(live.get(TO)).isEmpty();
    assertThat(live.get(SHOWN)).isFalse();
  }

  @Test
  void whatAnOperatorChangesHoldsUntilItIsTakenBack() {
    LiveSettings live = live(Map.of());
    live.hold(Map.of("room.near", List.of("2d"), "room.to", List.of("a@b", "c@d")));
    assertThat(live.get(NEAR)).isEqualTo(Duration.ofDays(2));
    assertThat(live.get(TO)).containsExactly("a@b", "c@d");
    live.hold(Map.of());
    assertThat(live.get(NEAR)).isEqualTo(Duration.ofDays(14));
  }

  @Test
  void whatTheEnvironmentGivesCannotBeChanged() {
    LiveSettings live = live(Map.of("JETON_ROOM_TO", "a@b, c@d", "JETON_ROOM_SHOWN", "yes"));
    live.hold(Map.of("room.to", List.of("x@y")));
    assertThat(live.get(TO)).containsExactly("a@b", "c@d");
    assertThat(live.isFixed(TO)).isTrue();
    assertThat(live.items(SHOWN)).containsExactly("true");
    assertThat(live.isFixed(NEAR)).isFalse();
  }

  @Test
  void aWrongValueInTheEnvironmentIsAFault() {
    Loaded loaded = load(Map.of("JETON_ROOM_NEAR", "31d", "JETON_ROOM_TO", "nobody"));
    assertThat(((Loaded.Faulty) loaded).faults().stream().map(Fault::key))
        .containsExactlyInAnyOrder("room.near", "room.to");
  }

  @Test
  void whatANewerServerStoredIsLeftAlone() {
    LiveSettings live = live(Map.of());
    live.hold(Map.of("room.other", List.of("1"), "room.near", List.of("forever")));
    assertThat(live.get(NEAR)).isEqualTo(Duration.ofDays(14));
  }
}
