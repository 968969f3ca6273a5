package dev.jeton.cli.hub;

import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.BoundChallenge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the owner of the key agrees to sign. */
final class ConsentOptions implements OptionGroup {
  @Option(
      names = "--domain",
      paramLabel = "D",
      description =
          "Where you mean to sign in: a host name, with :port where the challenge has it.")
  private @Nullable String domain;

  @Option(
      names = "--audience",
      paramLabel = "A",
      description = "What the token shall be for. Without it any audience is signed, and shown.")
  private @Nullable String audience;

  @Option(
      names = "--bare",
      description = "Sign 32 bytes that do not say for whom they are, as a Hub sends them.")
  private boolean bare;

  void toBare() {
    if (domain != null || audience != null) {
      throw new UsageException("this challenge names no domain and no audience; --bare instead of"
          + " --domain signs it all the same");
    }
    if (!bare) {
      throw new UsageException(
          "this challenge does not say for whom it is; --bare signs it all the same");
    }
  }

  Outcome<BoundChallenge> to(BoundChallenge challenge, Instant now) {
    if (domain == null) {
      throw new UsageException("this challenge is for " + VisibleText.of(challenge.domain())
          + "; if that is where you mean to sign in, name it with --domain");
    }
    return challenge.check(domain, audience == null ? challenge.audience() : audience, now);
  }

  @Override
  public String heading() {
    return "What you agree to";
  }
}
