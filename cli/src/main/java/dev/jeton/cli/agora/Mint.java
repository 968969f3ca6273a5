package dev.jeton.cli.agora;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import dev.jeton.tokens.agora.AppCertificate;
import dev.jeton.tokens.agora.AppId;
import dev.jeton.tokens.agora.Salt;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** One minting: project, certificate, times, and the answer. */
final class Mint {
  /** Agora's SDKs ask for the next token 30 seconds before the end. */
  private static final long SHORTEST_MARGIN = 30;

  private static final long LONGEST_MARGIN = 300;

  private final Environment environment;
  private final AppId appId;
  private final AppCertificate certificate;
  private final LifetimeOptions options;
  private final Instant issuedAt;

  Mint(Environment environment, ProjectOptions project, LifetimeOptions options) {
    this.environment = environment;
    this.appId = project.appId(environment);
    this.certificate = project.certificate(environment);
    this.options = options;
    this.issuedAt = environment.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }

  AppId appId() {
    return appId;
  }

  Instant expiresAt() {
    return issuedAt.plus(options.ttl());
  }

  String sign(Function<AccessToken2, AccessToken2> services) {
    AccessToken2 token =
        AccessToken2.forApp(appId).issuedAt(issuedAt).validFor(options.ttl()).salt(salt());
    return services.apply(token).sign(certificate);
  }

  String sign(AccessToken token) {
    return token.issuedAt(issuedAt).salt(salt()).sign(certificate);
  }

  /** Prints the token alone, or the object with what the token is for. */
  int print(String token, OutputOptions output, Consumer<Json> subject) {
    if (!output.json()) {
      environment.out().println(token);
      return ExitStatus.DONE;
    }
    Json json = Json.object()
        .put("platform", "agora")
        .put("version", options.version().text())
        .put("appId", appId.text());
    subject.accept(json);
    environment
        .out()
        .println(json.put("token", token)
            .put("issuedAt", issuedAt)
            .put("expiresAt", expiresAt())
            .put("renewAt", renewAt())
            .text());
    return ExitStatus.DONE;
  }

  /**
   * A tenth of the lifetime before the end, but 30 seconds to 5 minutes; half-way through a life of
   * less than a minute. The server answers the same.
   */
  private Instant renewAt() {
    long ttl = options.ttl().toSeconds();
    long margin = ttl < 2 * SHORTEST_MARGIN
        ? ttl - ttl / 2
        : Math.max(SHORTEST_MARGIN, Math.min(LONGEST_MARGIN, ttl / 10));
    return expiresAt().minusSeconds(margin);
  }

  private int salt() {
    return Salt.random(environment.random().get());
  }
}
