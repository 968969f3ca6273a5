package dev.jeton.server.opendoors;

import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Asks the guard of a door. */
final class Guards {
  static final String PROOF_OF_WORK = "Jeton-Proof-Of-Work";
  static final String CAPTCHA = "Jeton-Captcha";

  private final ProofOfWork work;
  private final Optional<Captcha> captcha;
  private final LongAdder refused = new LongAdder();
  private final LongAdder passed = new LongAdder();

  Guards(ProofOfWork work, Optional<Captcha> captcha) {
    this.work = work;
    this.captcha = captcha;
  }

  Optional<Captcha> captcha() {
    return captcha;
  }

  /** How many did not show what a guard wants to see. */
  long refused() {
    return refused.sum();
  }

  long passed() {
    return passed.sum();
  }

  /** Refuses whoever does not show what that door's guard wants to see. */
  void pass(OpenDoor door, Presented presented) {
    try {
      ask(door, presented);
      passed.increment();
    } catch (Refused e) {
      refused.increment();
      throw e;
    }
  }

  private void ask(OpenDoor door, Presented presented) {
    switch (door.spec().guard()) {
      case NONE -> {}
      case PROOF_OF_WORK ->
        work.fault(one(presented, PROOF_OF_WORK), door.id(), ProofOfWork.place(presented.arrival()))
            .ifPresent(exact -> {
              throw refused(
                  "proof-of-work-needed",
                  "send the header " + PROOF_OF_WORK + " with the solution of a new challenge from "
                      + ChallengeDoor.pathOf(door.spec()),
                  exact);
            });
      case CAPTCHA ->
        captcha
            .orElseThrow(Captcha::unavailable)
            .fault(
                one(presented, CAPTCHA),
                ProofOfWork.place(presented.arrival()),
                door.spec().hosts())
            .ifPresent(exact -> {
              throw refused(
                  "captcha-needed",
                  "send the header " + CAPTCHA
                      + " with what the captcha in the page gave you, once",
                  exact);
            });
    }
  }

  /** The only header of that name; empty text where there is none, or several. */
  private static String one(Presented presented, String header) {
    var all = presented.headers().getAll(header);
    return all.size() == 1 ? all.get(0).strip() : "";
  }

  private static Refused refused(String code, String detail, String exact) {
    return new Refused(new Problem(403, code, detail)).recordedAs(exact, Map.of());
  }
}
