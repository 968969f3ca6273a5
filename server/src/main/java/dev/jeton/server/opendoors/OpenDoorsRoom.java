package dev.jeton.server.opendoors;

import dev.jeton.server.settings.Settings;
import dev.jeton.server.vault.SealIdentity;
import dev.jeton.server.vault.SealedText;
import dev.jeton.server.vault.Vault;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Puts the room together from the settings. */
@Singleton
final class OpenDoorsRoom {
  /** Some 10 MB; solved in two minutes on one node, and no more than that counts. */
  private static final int MOST_USED = 200_000;

  @Produces
  @Singleton
  ProofOfWork work(Vault vault, InstantSource clock, RandomGenerator random) {
    return new ProofOfWork(
        new SealedText(vault, SealIdentity.CHALLENGE, System::nanoTime),
        new UsedMarks(MOST_USED),
        clock,
        random);
  }

  @Produces
  @Singleton
  Guards guards(ProofOfWork work, Settings settings) {
    return new Guards(work, settings.get(OpenDoorsSettings.class).captcha().map(Captcha::new));
  }

  @Produces
  @Singleton
  OpenDoors doors(Guards guards) {
    return new OpenDoors(guards);
  }
}
