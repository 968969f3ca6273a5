package dev.jeton.server.opendoors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
  private final Crowd crowd = new Crowd(3, 2);

  @Test
  void oneNetworkDoesNotTakeTheRoomOfAllOthers() {
    assertThat(crowd.enter("192.0.2.1")).isTrue();
    assertThat(crowd.enter("192.0.2.1")).isTrue();
    assertThat(crowd.enter("192.0.2.1")).isFalse();
    assertThat(crowd.enter("192.0.2.2")).isTrue();
    assertThat(crowd.enter("192.0.2.3")).isFalse();
  }

  @Test
  void whoeverLeavesMakesRoom() {
    crowd.enter("192.0.2.1");
    crowd.enter("192.0.2.1");
    crowd.leave("192.0.2.1");
    assertThat(crowd.enter("192.0.2.1")).isTrue();
    crowd.leave("192.0.2.1");
    crowd.leave("192.0.2.1");
    crowd.enter("192.0.2.2");
    crowd.enter("192.0.2.3");
    assertThat(crowd.enter("192.0.2.1")).isTrue();
  }
}
