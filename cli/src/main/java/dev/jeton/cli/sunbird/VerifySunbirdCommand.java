package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.SkewOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.platform.ThoroughnessOptions;
import dev.jeton.cli.platform.VerdictPrinter;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.jwt.VerificationKey;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Expected;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SunbirdVerifier;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton verify sunbird}. */
@Command(
    name = "sunbird",
    description = {
      "Verify a JWT of a Sunbird (EkStep) credential.",
      "strict demands exp and iat as numbers and a short life; given --method and --url it demands a",
      "qsh of that request, and a token that has a qsh cannot be verified without them. legacy takes",
      "what Sunbird's gateways always took: it checks exp, nbf and qsh where they are there."
    },
    customSynopsis = "jeton verify sunbird --key K [--profile legacy|strict] [--method M --url U]"
        + " [OPTIONS] TOKEN",
    footer = {
      "",
      "Examples",
      "  jeton verify sunbird --key K --method GET --url '/api/v1/read?x=1' --context-path /api TOKEN",
      "  jeton verify sunbird --key K --profile legacy --at 2016-01-01T00:00:00Z TOKEN",
      "  jeton verify sunbird --key K --alg RS256 --public-key public.pem --json TOKEN"
    })
final class VerifySunbirdCommand implements Callable<Integer> {
  private static final String ADVICE = "give --method and --url";

  private final Environment environment;

  @Mixin
  private TokenArgument token = new TokenArgument();

  @Mixin
  private CredentialOptions credential = new CredentialOptions();

  @Mixin
  private PublicKeyOptions publicKey = new PublicKeyOptions();

  @Mixin
  private RequestOptions request = new RequestOptions();

  @Mixin
  private ThoroughnessOptions thoroughness = new ThoroughnessOptions();

  @Mixin
  private SkewOptions skew = new SkewOptions();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** A public key is no secret, so a file of it may be read by all. */
  static final class PublicKeyOptions implements OptionGroup {
    @Option(
        names = "--public-key",
        paramLabel = "FILE",
        description = "A file with the public key in PEM, for RS256, ES256 and Ed25519.")
    private @Nullable Path file;

    @Override
    public String heading() {
      return CredentialOptions.HEADING;
    }
  }

  VerifySunbirdCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Instant now = time.now(environment);
    Expected atThatTime = Expected.at(now).skew(skew.skew());
    Expected expected = request.given().map(atThatTime::request).orElse(atThatTime);
    Credential of = credential.credential(credential.key(environment), verificationKey());
    Outcome<VerifiedSunbirdToken> verified =
        SunbirdVerifier.of(of).verify(token.text(environment), expected);
    Outcome<VerifiedSunbirdToken> outcome = of.profile() == Profile.STRICT && request.lacksUrl()
        ? ThoroughnessOptions.whole(verified, VerifiedShown::unchecked, ADVICE)
        : thoroughness.complete(verified, VerifiedShown::unchecked, ADVICE);
    return new VerdictPrinter(environment, output, now, "sunbird")
        .print(outcome, VerifiedShown::new);
  }

  private VerificationKey verificationKey() {
    return publicKey.file == null
        ? credential.verificationKey(environment)
        : credential.publicKey(publicKey.file);
  }
}
