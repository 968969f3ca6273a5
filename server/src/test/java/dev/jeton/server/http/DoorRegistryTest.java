package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.access.Need;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DoorRegistryTest {
  private final DoorRegistry doors = new DoorRegistry();

  @Test
  void aFixedWordGoesBeforeAParameterWhateverCameFirst() {
    doors.open(door("/chat/{kind}/{id}"));
    doors.open(door("/chat/account/{id}"));
    assertThat(found("/chat/account/7").place().template()).isEqualTo("/chat/account/{id}");
    assertThat(found("/chat/other/7").parameters()).containsEntry("kind", "other");
  }

  @Test
  void theLastSlashIsOptionalBothWays() {
    doors.open(door("/chat/app/"));
    doors.open(door("/ping"));
    assertThat(found("/chat/app").place().template()).isEqualTo("/chat/app/");
    assertThat(found("/ping/").place().template()).isEqualTo("/ping");
  }

  @Test
  void moreSlashesMakeAnotherPath() {
    doors.open(door("/ping"));
    assertThat(doors.find("//ping")).isNull();
    assertThat(doors.find("/ping//")).isNull();
  }

  @Test
  void anEmptySegmentIsNoParameter() {
    doors.open(door("/rtm/{uid}/"));
    assertThat(doors.find("/rtm//")).isNull();
  }

  @Test
  void twoDoorsForTheSameAreAFault() {
    doors.open(door("/rtm/{uid}"));
    assertThatThrownBy(() -> doors.open(door("/rtm/{user}/")))
        .isInstanceOf(IllegalStateException.class);
  }

  private DoorRegistry.Found found(String path) {
    return Objects.requireNonNull(doors.find(path));
  }

  private static Door door(String path) {
    return Door.get(path, Need.OPEN, call -> Answer.empty(204));
  }
}
