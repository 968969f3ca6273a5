package dev.jeton.server.opendoors;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.server.settings.Network;
import dev.jeton.server.store.StoreUnavailable;
import dev.jeton.server.vault.SealedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Has a browser compute for a moment before it gets a token. Nothing is kept of a challenge until it is
 * solved; what was solved counts once on each node.
 */
final class ProofOfWork {
  static final Duration LIFETIME = Duration.ofMinutes(2);

  private static final int SALT_BYTES = 12;

  private final SealedText seal;
  private final UsedMarks used;
  private final InstantSource clock;
  private final RandomGenerator random;

  ProofOfWork(SealedText seal, UsedMarks used, InstantSource clock, RandomGenerator random) {
    this.seal = seal;
    this.used = used;
    this.clock = clock;
    this.random = random;
  }

  /** From where somebody asks, as challenges say it. */
  static String place(Arrival arrival) {
    return arrival.network().map(Network::toString).orElse("elsewhere");
  }

  Challenge challenge(String door, String place, int most) {
    byte[] bytes = new byte[SALT_BYTES];
    random.nextBytes(bytes);
    String salt = HexFormat.of().formatHex(bytes);
    String challenge = hash(salt, random.nextInt(most + 1));
    Instant end = clock.instant().plus(LIFETIME).truncatedTo(ChronoUnit.SECONDS);
    Challenge.Sealed sealed = new Challenge.Sealed(challenge, end.getEpochSecond(), door, place);
    return new Challenge(challenge, salt, most, seal.seal(sealed.bytes()), end);
  }

  /** Why that solution does not count, for the audit; empty when it does, and is used up. Throws where nobody can tell now. */
  Optional<String> fault(String header, String door, String place) {
    if (header.isEmpty()) {
      return Optional.of("POW_MISSING");
    }
    Optional<Solution> solution = Solution.read(header);
    if (solution.isEmpty()) {
      return Optional.of("POW_MALFORMED");
    }
    Optional<Challenge.Sealed> sealed = opened(solution.get().signature());
    if (sealed.isEmpty()) {
      return Optional.of("POW_UNKNOWN");
    }
    return Optional.ofNullable(fault(solution.get(), sealed.get(), door, place));
  }

  private @Nullable String fault(
      Solution solution, Challenge.Sealed sealed, String door, String place) {
    Instant end = Instant.ofEpochSecond(sealed.expiresAt());
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      return "POW_EXPIRED";
    }
    if (!sealed.door().equals(door)) {
      return "POW_OTHER_DOOR";
    }
    if (!sealed.network().equals(place)) {
      return "POW_OTHER_NETWORK";
    }
    if (!hash(solution.salt(), solution.number()).equals(sealed.challenge())) {
      return "POW_WRONG";
    }
    // The node that made it may be ahead, and this one's clock may be set back.
    Instant kept = end.isAfter(now.plus(LIFETIME)) ? end : now.plus(LIFETIME);
    return switch (used.use(sealed.challenge(), kept, now)) {
      case FIRST -> null;
      case AGAIN -> "POW_USED";
      case FULL -> throw notNow("POW_FULL");
    };
  }

  /** It may have been made by another node under a key that this one does not have yet. */
  private Optional<Challenge.Sealed> opened(String signature) {
    SealedText.Opened<byte[]> opened;
    try {
      opened = seal.open(signature);
    } catch (StoreUnavailable e) {
      throw notNow("POW_UNAVAILABLE");
    }
    if (opened instanceof SealedText.Opened.NotNow<byte[]>) {
      throw notNow("POW_UNAVAILABLE");
    }
    return opened instanceof SealedText.Opened.Read<byte[]> read
        ? Challenge.Sealed.read(read.said())
        : Optional.empty();
  }

  /** Nothing is wrong with the solution, and the same counts a moment later. */
  private static Refused notNow(String exact) {
    return new Refused(new Problem(
            503,
            "guard-unavailable",
            "the proof of work cannot be checked just now; send it again"))
        .after(1)
        .recordedAs(exact, Map.of());
  }

  private static String hash(String salt, int number) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(Challenge.ALGORITHM)
              .digest((salt + number).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
