package dev.jeton.server.hub;

import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.Challenge;
import dev.jeton.tokens.hub.HubToken;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** What the clients of this server are given to sign. */
public sealed interface ChallengeForm {

  Challenge make(HubIssuer issuer, Instant now, Duration deadline, RandomGenerator random);

  /** Random bytes, as a Hub sends them. */
  record Bare() implements ChallengeForm {
    @Override
    public Challenge make(
        HubIssuer issuer, Instant now, Duration deadline, RandomGenerator random) {
      return Challenge.Bare.random(random);
    }
  }

  /** A text that names where one signs in, so that nobody can pass it on to another server. */
  record Structured(String domain) implements ChallengeForm {
    public Structured {
      // The text itself knows what a domain is.
      BoundChallenge.random(
          domain,
          HubToken.DEFAULT_AUDIENCE,
          Instant.EPOCH,
          Duration.ofSeconds(1),
          new SplittableRandom(0));
    }

    @Override
    public Challenge make(
        HubIssuer issuer, Instant now, Duration deadline, RandomGenerator random) {
      return BoundChallenge.random(domain, issuer.tokens().audience(), now, deadline, random);
    }
  }
}
