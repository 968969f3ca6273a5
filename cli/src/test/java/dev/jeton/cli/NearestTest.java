package dev.jeton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "mint,mint,0",
    "mnit,mint,1",
    "mit,mint,1",
    "mintt,mint,1",
    "mont,mint,1",
    "'',abc,3",
    "abc,'',3",
    "verfy,verify,1",
    "ab,ba,1",
    "abc,xyz,3"
  })
  void countsSlips(String a, String b, int slips) {
    assertThat(Nearest.slips(a, b)).isEqualTo(slips);
  }

  @Test
  void forgivesTwoSlipsAndNoMore() {
    assertThat(Nearest.to("inpet", List.of("inspect", "mint"))).contains("inspect");
    assertThat(Nearest.to("inpt", List.of("inspect"))).isEmpty();
  }

  @Test
  void takesTheNearestThenTheFirstByName() {
    assertThat(Nearest.to("rt", List.of("rtm", "rtc", "r"))).contains("r");
    assertThat(Nearest.to("rtx", List.of("rtm", "rtc"))).contains("rtc");
  }
}
