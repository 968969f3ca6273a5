package dev.jeton.server.sunbird;

import dev.jeton.server.http.Refused;
import dev.jeton.server.revocations.GivenToken;
import dev.jeton.server.revocations.Owner;
import dev.jeton.server.revocations.Revocable;
import dev.jeton.server.revocations.TokenFacts;
import dev.jeton.server.revocations.TokenIds;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.jwt.RawJwt;
import dev.jeton.tokens.jwt.VerifiedJwt;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.IssueTime;
import dev.jeton.tokens.sunbird.Profile;
import dev.jeton.tokens.sunbird.SunbirdToken;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Sunbird's tokens for whoever revokes them; a user is the device or the subject that one names. */
@Singleton
public final class SunbirdRevocations implements Revocable {
  private static final int LONGEST_USER = 256;

  private final SunbirdCredentials credentials;

  SunbirdRevocations(SunbirdCredentials credentials) {
    this.credentials = credentials;
  }

  /** What of a token may have been revoked. */
  static TokenFacts facts(String text, VerifiedSunbirdToken token) {
    JsonObject claims = token.claims();
    return new TokenFacts(
        token.credential().key(),
        () -> TokenIds.ofJwt(text, claims.text("jti")),
        users(claims),
        token.issueTime().map(IssueTime::instant));
  }

  /** The same of one that was just made. */
  public static TokenFacts facts(Issued issued) {
    JsonObject claims = RawJwt.parse(issued.token()) instanceof Outcome.Accepted<RawJwt> jwt
        ? jwt.value().claims()
        : JsonObject.builder().build();
    return new TokenFacts(
        issued.credential().key(),
        () -> TokenIds.ofJwt(issued.token(), claims.text("jti")),
        users(claims),
        IssueTime.of(claims).map(IssueTime::instant));
  }

  private static List<String> users(JsonObject claims) {
    Optional<String> device =
        claims.get("params") instanceof JsonObject params ? params.text("did") : Optional.empty();
    return Stream.of(device, claims.text("sub")).flatMap(Optional::stream).toList();
  }

  @Override
  public String platform() {
    return SunbirdTokens.PLATFORM;
  }

  @Override
  public String ownerWord() {
    return "credential";
  }

  @Override
  public Optional<Owner> owner(String name) {
    return credentials.named(name).map(SunbirdRevocations::owner);
  }

  private static Owner owner(SunbirdCredential credential) {
    return new Owner(credential.key(), credential.name());
  }

  @Override
  public GivenToken read(String token, Optional<Owner> named, Instant now) {
    if (RawJwt.parse(token) instanceof Outcome.Accepted<RawJwt> read) {
      RawJwt jwt = read.value();
      JsonObject claims = jwt.claims();
      SunbirdCredential credential = claims
          .text("iss")
          .or(() -> jwt.header().text("iss"))
          .flatMap(credentials::ofKey)
          .orElseThrow(() -> Refused.badRequest(
              "unknown-credential", "the token is of no credential here, and so refused anyway"));
      boolean proven = isSignedBy(credential, jwt, now);
      return new GivenToken(
          proven,
          proven ? TokenIds.ofJwt(token, claims.text("jti")) : TokenIds.of(List.of(token)),
          Optional.of(owner(credential)),
          SunbirdToken.endOf(claims));
    }
    throw Refused.badRequest("wrong-token", "token is no JWT");
  }

  private static boolean isSignedBy(SunbirdCredential credential, RawJwt jwt, Instant now) {
    return credential.verifying(now) instanceof Outcome.Accepted<List<Credential>> keys
        && keys.value().stream()
            .anyMatch(key ->
                jwt.verifiedBy(key.verificationKey()) instanceof Outcome.Accepted<VerifiedJwt>);
  }

  @Override
  public String user(String given) {
    if (given.isBlank() || given.length() > LONGEST_USER) {
      throw Refused.badRequest(
          "wrong-user", "user must be a device (params.did) or a subject (sub)");
    }
    return given;
  }

  /** In the legacy profile a token may have no end. */
  @Override
  public Optional<Duration> longest(Optional<Owner> owner) {
    List<CredentialSpec> specs = owner
        .flatMap(one -> credentials.ofKey(one.id()))
        .map(List::of)
        .orElseGet(credentials::all)
        .stream()
        .map(SunbirdCredential::spec)
        .toList();
    return specs.stream().anyMatch(spec -> spec.profile() == Profile.LEGACY)
        ? Optional.empty()
        : Optional.of(specs.stream()
            .map(CredentialSpec::maximumLifetime)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO));
  }

  @Override
  public List<String> aboutWatermarks() {
    return List.of(
        "a legacy token may not say when it was issued (iat); until endsAt this refuses all such"
            + " tokens, also those that are minted from now on");
  }

  @Override
  public String notKnownTo() {
    return "Sunbird's gateway, which verifies by itself, does not know of it and takes the token"
        + " until it ends, which in the legacy profile may be never; rotate the credential's secret"
        + " there and here";
  }
}
