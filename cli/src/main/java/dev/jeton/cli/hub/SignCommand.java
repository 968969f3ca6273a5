package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.Table;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TimeText;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.BoundChallenge;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton hub sign}. */
@Command(
    name = "sign",
    description = {
      "Answer a challenge: sign it with your identity's private key.",
      "The challenge is hex, Base64, base64url or multibase, or the text itself. One",
      "that names its domain is shown, and signed only for the domain that you name. One of 32 bare",
      "bytes does not tell for whom it is; a hostile server may pass on that of another, and sign in",
      "there as you. Prints the signature in base64url."
    },
    customSynopsis = "jeton hub sign (--domain D | --bare) [OPTIONS] CHALLENGE",
    footer = {
      "",
      "Examples",
      "  jeton hub sign --secret-file alice.key --domain hub.example.org CHALLENGE",
      "  fetch-challenge | jeton hub sign --domain hub.example.org --audience chat --json -",
      "  jeton hub sign --bare 0909090909090909090909090909090909090909090909090909090909090909"
    })
final class SignCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private ChallengeArgument challenge = new ChallengeArgument();

  @Mixin
  private ConsentOptions consent = new ConsentOptions();

  @Mixin
  private IdentityKeyOptions identity = new IdentityKeyOptions();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  SignCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    byte[] bytes = ChallengeText.read(challenge.text(environment));
    if (!BoundChallenge.looksLike(bytes)) {
      consent.toBare();
      return sign(bytes, null);
    }
    Instant now = time.now(environment);
    Outcome<BoundChallenge> checked = BoundChallenge.parse(bytes).then(bound -> {
      show(bound, now);
      return consent.to(bound, now);
    });
    if (checked instanceof Outcome.Accepted<BoundChallenge> accepted) {
      return sign(bytes, accepted.value());
    }
    return new VerdictPrinter(environment, output, now, Hub.NAME).print(checked, bound -> {
      throw new IllegalStateException("an accepted challenge is signed");
    });
  }

  /** On standard error: the signature alone goes to standard output. */
  private void show(BoundChallenge bound, Instant now) {
    if (!output.json()) {
      environment
          .err()
          .print("the challenge\n"
              + new Table()
                  .row("domain", bound.domain())
                  .row("audience", bound.audience())
                  .row("issued", TimeText.issued(bound.issuedAt(), now))
                  .row("expires", TimeText.end(bound.expiresAt(), now))
                  .text(environment.style()));
    }
  }

  private int sign(byte[] bytes, @Nullable BoundChallenge bound) {
    Libp2pPrivateKey key = identity.key(environment);
    String signature = Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(bytes));
    environment.out().println(output.json() ? json(key, bound, signature).text() : signature);
    return ExitStatus.DONE;
  }

  private static Json json(Libp2pPrivateKey key, @Nullable BoundChallenge bound, String signature) {
    Json json = Json.object()
        .put("platform", Hub.NAME)
        .put("publicKey", key.publicKey().text())
        .put("signature", signature);
    return bound == null
        ? json
        : json.put("domain", bound.domain())
            .put("audience", bound.audience())
            .put("issuedAt", bound.issuedAt())
            .put("expiresAt", bound.expiresAt());
  }
}
