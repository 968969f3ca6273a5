package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.agora.VerifiedAgoraToken.SignedBy;
import java.util.Optional;

/**
 * Verifies 007 and 006 tokens of one project under its primary and, where there is one, secondary
 * certificate. Immutable and thread-safe; touches memory only.
 *
 * <p>Order of the checks on 007, the first failing one names the reason: length (TOO_LARGE), version
 * (UNSUPPORTED_VERSION), strict Base64 and bounded inflate (MALFORMED, TOO_LARGE), layout
 * (MALFORMED), App ID (APP_ID_MISMATCH), signature in constant time with the primary and then the
 * secondary certificate (BAD_SIGNATURE), issue time not after {@code now + skew} (NOT_YET_VALID),
 * {@code now < issueTs + min(expire, 86400)} (EXPIRED), {@code now < issueTs + value} of the
 * privilege asked for, where 0 means the token's end (PRIVILEGE_MISSING, PRIVILEGE_EXPIRED), channel
 * and user, with wildcards of the token (CHANNEL_MISMATCH, USER_MISMATCH).
 *
 * <p>On 006: length, version, App ID's form, Base64, layout, App ID as above; channel and user given
 * (CONTEXT_MISSING) and matching their checksums (CHANNEL_MISMATCH, USER_MISMATCH), since the
 * signature cannot be computed without them; signature, {@code now < ts} (EXPIRED), privilege. 006
 * does not hold its issue time, so there is no check for the future. A login to RTM needs the
 * account alone and is for no channel (CHANNEL_MISMATCH).
 *
 * <p>With a channel or user given, only services for them count when privileges are checked. Without
 * an expected privilege the way in counts: join or log in where one does that (RTC, RTM, RTM2, FPA
 * and both kinds of 006), any privilege elsewhere, none for ConvoAI and STT, which have none. A token
 * without a way in is refused (PRIVILEGE_MISSING): absent never means allowed.
 */
public final class AgoraVerifier {
  private final AppId appId;
  private final Certificates certificates;

  public AgoraVerifier(AppId appId, Certificates certificates) {
    this.appId = appId;
    this.certificates = certificates;
  }

  /** Verifies a token's text. */
  public Outcome<VerifiedAgoraToken> verify(String text, Expected expected) {
    if (text.startsWith(AccessToken.VERSION)) {
      return RawAccessToken.parse(text).then(token -> verify(token, expected));
    }
    if (text.startsWith(AccessToken2.VERSION) || text.length() > RawAccessToken2.MAX_TEXT_LENGTH) {
      return RawAccessToken2.parse(text).then(token -> verify(token, expected));
    }
    return Outcome.refused(Reason.UNSUPPORTED_VERSION, "it starts with neither 007 nor 006");
  }

  /** Verifies a token that was read before, to find its project for instance. */
  public Outcome<VerifiedAgoraToken> verify(RawAccessToken2 token, Expected expected) {
    if (!token.appId().equals(appId)) {
      return appIdMismatch();
    }
    return signedBy(token)
        .map(signedBy -> new AccessToken2Verification(token, expected).verify(signedBy))
        .orElseGet(
            () -> Outcome.refused(Reason.BAD_SIGNATURE, "no certificate of the project signed it"));
  }

  /** Verifies a token that was read before. */
  public Outcome<VerifiedAgoraToken> verify(RawAccessToken token, Expected expected) {
    return token.appId().equals(appId)
        ? new AccessTokenVerification(token, expected).verify(certificates)
        : appIdMismatch();
  }

  private Optional<SignedBy> signedBy(RawAccessToken2 token) {
    if (token.isSignedBy(certificates.primary())) {
      return Optional.of(SignedBy.PRIMARY);
    }
    return certificates.secondary().filter(token::isSignedBy).map(secondary -> SignedBy.SECONDARY);
  }

  private static Outcome<VerifiedAgoraToken> appIdMismatch() {
    return Outcome.refused(Reason.APP_ID_MISMATCH, "it belongs to another App ID");
  }
}
