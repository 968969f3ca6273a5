package dev.jeton.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutcomeTest {
  @Test
  void aValueIsHandedToTheNextStep() {
    assertThat(Outcome.accepted(1).then(one -> Outcome.accepted(one + 1)))
        .isEqualTo(Outcome.accepted(2));
  }

  @Test
  void aRefusalIsHandedPastIt() {
    Outcome<Integer> refused = Outcome.refused(Reason.MALFORMED, "no");

    assertThat(refused.then(Outcome::accepted)).isEqualTo(Outcome.refused(Reason.MALFORMED, "no"));
  }

  /** The summary is what strangers are told, so a new reason must not say more by accident. */
  @Test
  void onlyTheTimesAreTold() {
    for (Reason reason : Reason.values()) {
      String word = reason.summary().word();
      switch (reason) {
        case NOT_YET_VALID, IAT_IN_FUTURE -> assertThat(word).isEqualTo("not-yet-valid");
        case EXPIRED, PRIVILEGE_EXPIRED, CHALLENGE_EXPIRED -> assertThat(word).isEqualTo("expired");
        default -> assertThat(word).isEqualTo("invalid");
      }
    }
  }
}
