package dev.jeton.server.sunbird;

import dev.jeton.server.revocations.RevokedTokens;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.sunbird.Credential;
import dev.jeton.tokens.sunbird.Expected;
import dev.jeton.tokens.sunbird.SunbirdVerifier;
import dev.jeton.tokens.sunbird.VerifiedSunbirdToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Verifies tokens of this server's credentials as these stand at that time. From memory alone. */
public final class SunbirdCheck {
  private final SunbirdCredentials credentials;
  private final SunbirdConsumers consumers;
  private final RevokedTokens revoked;

  SunbirdCheck(SunbirdCredentials credentials, SunbirdConsumers consumers, RevokedTokens revoked) {
    this.credentials = credentials;
    this.consumers = consumers;
    this.revoked = revoked;
  }

  /** A token that was accepted, with whose it is. */
  public record Accepted(
      VerifiedSunbirdToken token,
      Optional<SunbirdCredential> credential,
      Optional<ConsumerSpec> consumer) {}

  /**
   * Verifies a token.
   *
   * @param known the credentials whose tokens are taken; any other is as one that is not there
   */
  public Outcome<Accepted> verify(
      String token, Predicate<SunbirdCredential> known, Instant now, Expected expected) {
    SunbirdVerifier verifier =
        SunbirdVerifier.ofAny(key -> verifying(credentials.ofKey(key).filter(known), now));
    Outcome<VerifiedSunbirdToken> outcome = verifier
        .verify(token, expected)
        .then(verified -> revoked.pass(
            SunbirdTokens.PLATFORM, verified, one -> SunbirdRevocations.facts(token, one)));
    return outcome.then(verified -> {
      Optional<SunbirdCredential> credential =
          credentials.ofKey(verified.credential().key());
      return Outcome.accepted(
          new Accepted(verified, credential, credential.flatMap(one -> consumers.of(one.spec()))));
    });
  }

  private Outcome<List<Credential>> verifying(Optional<SunbirdCredential> credential, Instant now) {
    if (credential.isEmpty()) {
      return Outcome.accepted(List.of());
    }
    return consumers.stopsUseOf(credential.get().spec())
        ? Outcome.refused(
            Reason.OWNER_DISABLED, "the consumer whose credential it is, is switched off or gone")
        : credential.get().verifying(now);
  }
}
