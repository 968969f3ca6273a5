package dev.jeton.bench.agora;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a server is asked for: another channel and another uid with each call, while the clock stays
 * in one second. The second moves on with each iteration, so keys kept for a second are renewed.
 */
@State(Scope.Thread)
public class Requests {
  static final Duration LIFETIME = Duration.ofHours(1);
  static final int COUNT = 1024;

  private static final long SEED = 7;

  final String appIdText;
  final String certificateText;
  final AppId appId;
  final AppCertificate certificate;
  /** A salt stands readable in the token, so nothing is lost if somebody guesses the next one. */
  final RandomGenerator salts = new SplittableRandom(SEED);

  /** A whole number of seconds. */
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private final String[] channels = new String[COUNT];
  private final int[] uids = new int[COUNT];
  private int next;

  public Requests() {
    SplittableRandom random = new SplittableRandom(SEED);
    SampleProject project = SampleProject.random(random);
    appIdText = project.appId();
    certificateText = project.certificate();
    appId = new AppId(appIdText);
    certificate = AppCertificate.of(Secret.ofText(certificateText));
    for (int i = 0; i < COUNT; i++) {
      channels[i] = "standup-" + random.nextInt(100_000, 1_000_000);
      uids[i] = random.nextInt(1, Integer.MAX_VALUE);
    }
  }

  @Setup(Level.Iteration)
  public void nextSecond() {
    now = now.plusSeconds(1);
  }

  /** The number of the next request. */
  int next() {
    return next++ & (COUNT - 1);
  }

  String channel(int request) {
    return channels[request];
  }

  /** Up to 2^31-1: official Java 006 signs nothing useful for larger ones. */
  int uid(int request) {
    return uids[request];
  }
}
