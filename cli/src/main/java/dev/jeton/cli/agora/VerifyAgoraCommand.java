package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.AgoraVerifier;
import dev.jeton.tokens.agora.Check;
import dev.jeton.tokens.agora.Expected;
import dev.jeton.tokens.agora.VerifiedAgoraToken;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton verify agora}. */
@Command(
    name = "agora",
    description = {
      "Verify an Agora token, 007 or 006.",
      "What is not given is not checked and is listed as unchecked. A 006 token can only be",
      "verified with channel and user. Under AGORA_APP_CERTIFICATE_SECONDARY (or ..._FILE) stands",
      "the project's second certificate, where it has one."
    },
    customSynopsis =
        "jeton verify agora --app-id ID [--channel C] [--uid N | --account A] [OPTIONS] TOKEN",
    footer = {
      "",
      "Examples",
      "  jeton verify agora --app-id ID --channel lobby --uid 42 TOKEN",
      "  jeton verify agora --app-id ID --channel lobby --uid 42 --privilege publish-audio TOKEN",
      "  fetch-token | jeton verify agora --app-id ID --require-all --json -"
    })
final class VerifyAgoraCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private TokenArgument token = new TokenArgument();

  @Mixin
  private ProjectOptions project = new ProjectOptions();

  @Mixin
  private CheckOptions checks = new CheckOptions();

  @Mixin
  private UserOptions user = new UserOptions();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  VerifyAgoraCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Instant now = time.now(environment);
    Expected expected = checks.expected(now, user);
    AgoraVerifier verifier =
        new AgoraVerifier(project.appId(environment), project.certificates(environment));
    Outcome<VerifiedAgoraToken> outcome =
        checks.verify(verifier, token.text(environment), expected).then(this::complete);
    return new VerdictPrinter(environment, output, now, "agora").print(outcome, VerifiedShown::new);
  }

  private Outcome<VerifiedAgoraToken> complete(VerifiedAgoraToken verified) {
    if (!checks.requireAll() || verified.unchecked().isEmpty()) {
      return Outcome.accepted(verified);
    }
    String unchecked =
        verified.unchecked().stream().map(Check::word).collect(Collectors.joining(", "));
    return Outcome.refused(
        Reason.CONTEXT_MISSING,
        "not checked: " + unchecked + "; give --channel and --uid or --account");
  }
}
