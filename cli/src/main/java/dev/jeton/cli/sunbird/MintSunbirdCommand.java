package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Renewal;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.HttpRequest;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton mint sunbird}. */
@Command(
    name = "sunbird",
    description = {
      "Mint a JWT under a Sunbird (EkStep) credential.",
      "With --method and --url it is good for that one request, which strict gateways demand.",
      "The claims iss, iat, exp, nbf and qsh are set by options alone."
    },
    customSynopsis = "jeton mint sunbird --key K [--method M --url U] [--claim a.b=text] [OPTIONS]",
    footer = {
      "",
      "Examples",
      "  jeton mint sunbird --key K --method POST --url https://api.example/v1/content/read",
      "  jeton mint sunbird --key K --api org.sunbird.api.contentAPI --claim params.cid=c-1",
      "  jeton mint sunbird --key K --claim roles:='[\"PUBLIC\"]' --ttl 1m --json",
      "  SUNBIRD_SECRET_FILE=private.pem jeton mint sunbird --key K --alg RS256"
    })
final class MintSunbirdCommand implements Callable<Integer> {
  private final Environment environment;

  @Mixin
  private CredentialOptions credential = new CredentialOptions();

  @Mixin
  private RequestOptions request = new RequestOptions();

  @Mixin
  private ClaimOptions claims = new ClaimOptions();

  @Mixin
  private LifetimeOptions lifetime = new LifetimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  /** How long it lives. */
  static final class LifetimeOptions implements OptionGroup {
    @Option(
        names = "--ttl",
        paramLabel = "5m",
        converter = DurationConverter.class,
        description =
            "How long it lives: 90s, 5m or seconds; with --profile legacy also 12h or 30d."
                + " Default 5m.")
    private @Nullable Duration ttl;

    @Option(
        names = "--bare",
        description =
            "Only iss and no end, as adminutil makes them; needs --profile legacy. Whoever"
                + " finds it may call every API of the credential, for ever.")
    private boolean bare;

    @Override
    public String heading() {
      return "Token";
    }
  }

  MintSunbirdCommand(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    Optional<HttpRequest> bound = request.whole();
    String key = credential.key(environment);
    SigningKey signingKey = credential.signingKey(environment);
    Credential under = credential.credential(key, signingKey.verificationKey());
    if (lifetime.bare) {
      return printBare(under, signingKey, bound);
    }
    Instant issuedAt = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    SunbirdToken token = SunbirdToken.under(under).issuedAt(issuedAt);
    setLifetime(token, under);
    bound.ifPresent(token::request);
    claims.addTo(token);
    String text = sign(token, signingKey);
    return print(
        text,
        under,
        json -> json.put("issuedAt", issuedAt)
            .put("expiresAt", token.expiresAt())
            .put("renewAt", Renewal.at(issuedAt, token.expiresAt())));
  }

  private void setLifetime(SunbirdToken token, Credential under) {
    Duration ttl = lifetime.ttl == null ? shorter(under) : lifetime.ttl;
    if (under.profile() == Profile.STRICT && ttl.compareTo(under.maximumLifetime()) > 0) {
      throw new UsageException("--ttl: tokens of a strict credential live at most "
          + under.maximumLifetime().toSeconds() + "s; see --profile and --max-lifetime");
    }
    try {
      token.validFor(ttl);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--ttl: " + e.getMessage());
    }
  }

  private static Duration shorter(Credential under) {
    Duration limit = under.maximumLifetime();
    return under.profile() == Profile.STRICT && limit.compareTo(SunbirdToken.DEFAULT_LIFETIME) < 0
        ? limit
        : SunbirdToken.DEFAULT_LIFETIME;
  }

  private static String sign(SunbirdToken token, SigningKey signingKey) {
    try {
      return token.sign(signingKey);
    } catch (IllegalArgumentException e) {
      throw new UsageException("these claims cannot be signed: " + e.getMessage());
    }
  }

  private int printBare(Credential under, SigningKey signingKey, Optional<HttpRequest> bound) {
    if (under.profile() == Profile.STRICT) {
      throw new UsageException(
          "--bare needs --profile legacy: no strict gateway takes such a token");
    }
    if (lifetime.ttl != null || bound.isPresent() || !claims.isEmpty()) {
      throw new UsageException(
          "--bare makes a token of iss alone; leave out --ttl, the request and" + " the claims");
    }
    environment.warn("this token has no end and is good for every request");
    return print(SunbirdToken.bare(under, signingKey), under, json -> json);
  }

  private int print(String token, Credential under, UnaryOperator<Json> times) {
    if (!output.json()) {
      environment.out().println(token);
      return ExitStatus.DONE;
    }
    Json json = Json.object()
        .put("platform", "sunbird")
        .put("key", under.key())
        .put("algorithm", under.verificationKey().algorithm().word())
        .put("profile", under.profile().word())
        .put("token", token);
    environment.out().println(times.apply(json).text());
    return ExitStatus.DONE;
  }
}
