package dev.jeton.tokens.sunbird;

import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonValue;
import dev.jeton.tokens.jwt.Jwt;
import dev.jeton.tokens.jwt.SigningKey;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mints a token under a credential.
 *
 * <p>Header {@code {"alg":...,"typ":"JWT"}}; claims {@code iss}, {@code iat} and {@code exp} as
 * numbers of seconds, then those that are given of {@code id}, {@code qsh}, {@code version} and
 * {@code params} with {@code did} and {@code msgid}, then the others in their order. Sunbird's own
 * documents show {@code iat} as a text of milliseconds, which many libraries refuse; such a token is
 * accepted in the legacy profile and never made.
 *
 * <pre>{@code
 * String token = SunbirdToken.under(credential)
 *     .issuedAt(clock.instant())
 *     .request(HttpRequest.of("POST", "https://api.example/v1/content/read"))
 *     .api("org.sunbird.api.contentAPI")
 *     .sign(secret);
 * }</pre>
 *
 * <p>Limits: the text has at most 8,192 characters, and claims those of {@link JsonObject}. Not
 * thread-safe; build one per token.
 *
 * <p>Source: Sunbird's "AuthToken" tutorial; RFC 7519.
 */
public final class SunbirdToken {
  /** Five minutes. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

  /** Ten years; strict credentials set a closer limit. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(3_650);

  /** The claims that say who, when and for which request; no other way sets them. */
  private static final Set<String> RESERVED = Set.of("iss", "iat", "exp", "nbf", "qsh");

  private static final String PARAMS = "params";

  private final Credential credential;
  private JsonObject others = JsonObject.empty();
  private @Nullable Instant issuedAt;
  private Duration lifetime = DEFAULT_LIFETIME;
  private @Nullable HttpRequest request;
  private @Nullable String api;
  private @Nullable String version;
  private @Nullable String device;
  private @Nullable String message;

  private SunbirdToken(Credential credential) {
    this.credential = credential;
  }

  /** Starts a token of a credential. */
  public static SunbirdToken under(Credential credential) {
    return new SunbirdToken(credential);
  }

  /**
   * The token {@code {"iss":key}} that adminutil and Sunbird's apps make: without end, for every
   * request. Whoever finds it has the credential's rights until the credential ends.
   *
   * @throws IllegalArgumentException if the credential is strict, or has another algorithm than the
   *     signing key
   */
  public static String bare(Credential credential, SigningKey signingKey) {
    if (credential.profile() == Profile.STRICT) {
      throw new IllegalArgumentException("tokens of a strict credential have an end");
    }
    return signed(
        credential, JsonObject.builder().put("iss", credential.key()).build(), signingKey);
  }

  /** When a token with these claims ends; empty without end, or one outside of the years 1 to 9999. */
  public static Optional<Instant> endOf(JsonObject claims) {
    return claims.number("exp").map(JsonNumber::value).flatMap(Seconds::instant);
  }

  /** When it is issued, to the second below. */
  public SunbirdToken issuedAt(Instant instant) {
    issuedAt = instant;
    return this;
  }

  /**
   * How long it lives; five minutes unless it is said.
   *
   * @throws IllegalArgumentException unless it is whole seconds, at least one and at most {@link
   *     #MAX_LIFETIME}
   */
  public SunbirdToken validFor(Duration duration) {
    boolean whole = duration.equals(duration.truncatedTo(ChronoUnit.SECONDS));
    if (!whole || duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("a token lives whole seconds, at least 1");
    }
    if (duration.compareTo(MAX_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "a token lives at most " + MAX_LIFETIME.toDays() + " days");
    }
    lifetime = duration;
    return this;
  }

  /** The one request that it is good for, as {@code qsh}. */
  public SunbirdToken request(HttpRequest bound) {
    request = bound;
    return this;
  }

  /** The API that is called, as {@code id}: {@code org.sunbird.api.contentAPI}, say. */
  public SunbirdToken api(String id) {
    api = id;
    return this;
  }

  /** The API's version, as {@code version}. */
  public SunbirdToken apiVersion(String text) {
    version = text;
    return this;
  }

  /** The calling device, as {@code params.did}. */
  public SunbirdToken device(String did) {
    device = did;
    return this;
  }

  /** The message, as {@code params.msgid}. */
  public SunbirdToken message(String msgid) {
    message = msgid;
    return this;
  }

  /**
   * Further claims of any type. Members of {@code params} join those that are set otherwise.
   *
   * @throws IllegalArgumentException if they hold {@code iss}, {@code iat}, {@code exp}, {@code nbf}
   *     or {@code qsh}, or the credential is strict and a claim is null
   */
  public SunbirdToken claims(JsonObject further) {
    further.members().forEach((name, value) -> {
      if (RESERVED.contains(name)) {
        throw new IllegalArgumentException(name + " cannot be given as a claim of one's own");
      }
      if (value instanceof JsonNothing && credential.profile() == Profile.STRICT) {
        throw new IllegalArgumentException("tokens of a strict credential have no null claims");
      }
    });
    others = further;
    return this;
  }

  /** When it ends. */
  public Instant expiresAt() {
    return issuedAtSecond().plus(lifetime);
  }

  /**
   * The token's text.
   *
   * @throws IllegalStateException if the issue time was not given
   * @throws IllegalArgumentException if it lives longer than its credential allows, a claim is given
   *     twice, the credential has another algorithm than the signing key, or the text is too long
   */
  public String sign(SigningKey signingKey) {
    if (credential.profile() == Profile.STRICT
        && lifetime.compareTo(credential.maximumLifetime()) > 0) {
      throw new IllegalArgumentException("tokens of this strict credential live at most "
          + credential.maximumLifetime().toSeconds() + " s");
    }
    return signed(credential, claims(), signingKey);
  }

  private static String signed(Credential credential, JsonObject claims, SigningKey signingKey) {
    if (signingKey.algorithm() != credential.verificationKey().algorithm()) {
      throw new IllegalArgumentException("the credential has the algorithm "
          + credential.verificationKey().algorithm().word());
    }
    return Jwt.of(claims).signedBy(signingKey);
  }

  private JsonObject claims() {
    JsonObject.Builder claims = JsonObject.builder()
        .put("iss", credential.key())
        .put("iat", issuedAtSecond().getEpochSecond())
        .put("exp", expiresAt().getEpochSecond());
    putOnce(claims, "id", api);
    if (request != null) {
      claims.put("qsh", Qsh.of(request).text());
    }
    putOnce(claims, "version", version);
    JsonObject.Builder params = JsonObject.builder();
    putOnce(params, "did", device);
    putOnce(params, "msgid", message);
    JsonObject ownParams = params.build();
    if (!ownParams.members().isEmpty()) {
      claims.put(PARAMS, joined(ownParams));
    }
    others.members().forEach((name, value) -> {
      if (!name.equals(PARAMS) || ownParams.members().isEmpty()) {
        putOnce(claims, name, value);
      }
    });
    return claims.build();
  }

  private JsonObject joined(JsonObject ownParams) {
    JsonValue further = others.get(PARAMS);
    JsonObject.Builder params = JsonObject.builder().putAll(ownParams);
    if (further instanceof JsonObject object) {
      object.members().forEach((name, value) -> putOnce(params, name, value));
    } else if (further != null) {
      throw new IllegalArgumentException("params holds did and msgid, so it has to be an object");
    }
    return params.build();
  }

  private static void putOnce(JsonObject.Builder claims, String name, @Nullable String text) {
    if (text != null) {
      putOnce(claims, name, new JsonText(text));
    }
  }

  private static void putOnce(JsonObject.Builder claims, String name, JsonValue value) {
    if (claims.has(name)) {
      throw new IllegalArgumentException("the claim " + name + " is given twice");
    }
    claims.put(name, value);
  }

  private Instant issuedAtSecond() {
    if (issuedAt == null) {
      throw new IllegalStateException("a token needs issuedAt");
    }
    return issuedAt.truncatedTo(ChronoUnit.SECONDS);
  }
}
