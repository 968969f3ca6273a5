package dev.jeton.cli.agora;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Channel;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token is checked against. */
final class CheckOptions implements OptionGroup {
  private static final Duration LARGEST_SKEW = Duration.ofHours(1);

  @Option(
      names = "--channel",
      paramLabel = "C",
      description = "The channel that is joined, exactly as it is.")
  private @Nullable String channel;

  @Option(
      names = "--privilege",
      paramLabel = "P",
      converter = AskedPrivilege.Converter.class,
      description = "It must carry this, alive: join, publish-audio, publish-video, publish-data or"
          + " login. May be given several times.")
  private List<AskedPrivilege> privileges = new ArrayList<>();

  @Option(
      names = "--skew",
      paramLabel = "60s",
      converter = DurationConverter.class,
      description = "How far ahead the clock of the issuer may be, at most 1h. Default 60s.")
  private Duration skew = Expected.DEFAULT_SKEW;

  @Option(
      names = "--require-all",
      description = "Refuse with CONTEXT_MISSING when a check could not be made.")
  private boolean requireAll;

  boolean requireAll() {
    return requireAll;
  }

  Expected expected(Instant now, UserOptions user) {
    if (skew.compareTo(LARGEST_SKEW) > 0) {
      throw new UsageException("--skew: at most 1h; clocks that differ more need repair");
    }
    Expected expected = Expected.at(now).skew(skew);
    if (channel != null) {
      expected = expected.channel(new Channel(channel));
    }
    return user.user().map(expected::user).orElse(expected);
  }

  /** Verifies once for each privilege that is asked for, or for none. */
  Outcome<VerifiedAgoraToken> verify(AgoraVerifier verifier, String token, Expected expected) {
    Outcome<VerifiedAgoraToken> outcome = verifier.verify(token, expected);
    for (AskedPrivilege privilege : privileges) {
      outcome = outcome.then(verified -> privilege.verify(verifier, token, expected));
    }
    return outcome;
  }

  @Override
  public String heading() {
    return UserOptions.HEADING;
  }
}
