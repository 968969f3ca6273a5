package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.SkewOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.platform.ThoroughnessOptions;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.VerifiedHubToken;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton verify hub}. */
@Command(
    name = Hub.NAME,
    description = {
      "Verify an identity token of a Hub.",
      "It takes the issuer's public key and no secret. An audience that is not given is not",
      "checked and is listed as unchecked, when the token has one."
    },
    customSynopsis = "jeton verify hub --issuer PUBLICKEY [--audience A] [OPTIONS] TOKEN",
    footer = {
      "",
      "Examples",
      "  jeton verify hub --issuer bbaarei... TOKEN",
      "  jeton verify hub --issuer bbaarei... --audience chat --json TOKEN",
      "  jeton verify hub --issuer bbaarei... --allow-no-expiry TOKEN"
    })
final class VerifyHubCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private TokenArgument token = new TokenArgument();

  @Mixin
  private IssuerOptions issuer = new IssuerOptions();

  @Mixin
  private CheckOptions checks = new CheckOptions();

  @Mixin
  private SkewOptions skew = new SkewOptions();

  @Mixin
  private ThoroughnessOptions thoroughness = new ThoroughnessOptions();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  VerifyHubCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Instant now = time.now(environment);
    Outcome<VerifiedHubToken> outcome =
        issuer.verifier().verify(token.text(environment), checks.expected(now, skew.skew()));
    return new VerdictPrinter(environment, output, now, Hub.NAME)
        .print(
            thoroughness.complete(outcome, VerifiedHubToken::unchecked, "give --audience"),
            VerifiedToken::new);
  }
}
