package dev.jeton.server.sunbird;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.NoKey;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.IdempotencyKey;
import dev.jeton.server.http.Refused;
import dev.jeton.server.policies.Policies;
import dev.jeton.tokens.jwt.Algorithm;
import dev.jeton.tokens.jwt.SigningKey;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Qsh;
import dev.jeton.tokens.sunbird.SunbirdToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Issues Sunbird tokens to callers: finds the credential, asks its grants, mints. */
public final class SunbirdTokens {
  public static final String PLATFORM = "sunbird";

  private final SunbirdCredentials credentials;
  private final SunbirdConsumers consumers;
  private final Policies policies;

  SunbirdTokens(SunbirdCredentials credentials, SunbirdConsumers consumers, Policies policies) {
    this.credentials = credentials;
    this.consumers = consumers;
    this.policies = policies;
  }

  /** The credential of that key or name, or the default one, if the caller may know of it. */
  public SunbirdCredential credential(Call call, @Nullable String keyOrName) {
    if (credentials.all().isEmpty() && !policies.decideAbout(call)) {
      throw new Refused(new Problem(
          404,
          "no-credential",
          "no Sunbird credential is here; make one with jeton sunbird credential create, or set"
              + " SUNBIRD_KEY and SUNBIRD_SECRET (or SUNBIRD_SECRET_FILE), or name some under"
              + " sunbird.credentials in jeton.yaml"));
    }
    return (keyOrName == null ? credentials.standard() : credentials.named(keyOrName))
        .filter(one -> policies.reaches(call, PLATFORM, one.name()))
        .orElseThrow(() -> keyOrName == null
            ? Refused.badRequest(
                "key-needed", "none of the credentials here is the default; name one")
            : new Refused(new Problem(
                404, "unknown-key", "there is no Sunbird credential of that key or name here")));
  }

  /** How long its tokens live at most if this caller asks for them. */
  public Duration longest(Call call, SunbirdCredential credential) {
    long most = credential.spec().maximumLifetime().toSeconds();
    return Duration.ofSeconds(policies.longest(call, PLATFORM, credential.name(), most));
  }

  /** The same wish, cut to the longest lifetime that this caller may have for it. */
  public Wish fitting(Call call, SunbirdCredential credential, Wish wish) {
    long most = wish.lifetime().map(Duration::toSeconds).orElse(0L);
    long seconds = policies.fitting(
        call,
        PLATFORM,
        credential.name(),
        most,
        fits -> SunbirdPolicies.asked(credential, wish.lasting(Duration.ofSeconds(fits))));
    return seconds == most ? wish : wish.lasting(Duration.ofSeconds(seconds));
  }

  /** Issues one token. */
  public Issued issue(Call call, SunbirdCredential credential, Wish wish, Instant now) {
    policies.require(call, () -> SunbirdPolicies.asked(credential, wish));
    LiveKey live = signing(credential, now);
    SigningKey key = live.signingKey().orElseThrow();
    if (key.algorithm() == Algorithm.ES256 && call.header(IdempotencyKey.HEADER) != null) {
      throw Refused.badRequest(
          "not-repeatable",
          "ES256 signs differently each time, so a repeated request cannot get the same token;"
              + " ask without " + IdempotencyKey.HEADER);
    }
    if (wish.lifetime().isEmpty() && !credential.spec().grants().contains(Grant.NO_EXPIRY)) {
      throw new Refused(new Problem(
          403,
          "not-granted",
          "a token without an end needs the grant "
              + Grant.NO_EXPIRY.word()
              + ", which this credential does not name (allow, or SUNBIRD_ALLOW)"));
    }
    wish.named().ifPresent(call::countFor);
    Instant issuedAt = now.truncatedTo(ChronoUnit.SECONDS);
    String token;
    try {
      token = wish.lifetime().isEmpty()
          ? SunbirdToken.bare(live.credential(), key)
          : token(live.credential(), wish, wish.lifetime().get(), issuedAt).sign(key);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("wrong-claims", String.valueOf(e.getMessage()));
    }
    Optional<String> qsh = wish.request().map(request -> Qsh.of(request).text());
    return new Issued(call, credential, wish, token, issuedAt, qsh);
  }

  /** What signs now, if the credential and its consumer are in use. */
  private LiveKey signing(SunbirdCredential credential, Instant now) {
    if (credential.spec().verifiesOnly()) {
      throw Refused.badRequest(
          "verifies-only", "only the public key of this credential is here, so nothing can sign");
    }
    if (consumers.stopsUseOf(credential.spec())) {
      throw recorded(
          credential,
          NoKey.ofOwner("the consumer of this credential is switched off or gone; switch it on"));
    }
    return credential.signing(now).orElseThrow(() -> recorded(credential, credential.noKey(now)));
  }

  /** The audit shows why an application gets no tokens. */
  private static Refused recorded(SunbirdCredential credential, Problem problem) {
    return new Refused(problem)
        .recordedAs(
            problem.code(), Map.of("credential", credential.name(), "key", credential.key()));
  }

  private static SunbirdToken token(
      Credential credential, Wish wish, Duration lifetime, Instant issuedAt) {
    SunbirdToken token =
        SunbirdToken.under(credential).issuedAt(issuedAt).validFor(lifetime).claims(wish.claims());
    wish.request().ifPresent(token::request);
    wish.api().ifPresent(token::api);
    wish.apiVersion().ifPresent(token::apiVersion);
    wish.device().ifPresent(token::device);
    wish.message().ifPresent(token::message);
    return token;
  }
}
