package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.HmacSha256;
import dev.jeton.tokens.encoding.StrictBase64;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A 007 token that was read and not verified: anybody may have written it.
 *
 * <p>Its text is no identity, since one payload can be compressed in many ways; the {@link
 * #signature()} is, and so is {@link #canonicalText()}.
 */
public final class RawAccessToken2 {
  /** The longest text that is looked at: 64 KiB of content that does not compress, in Base64. */
  public static final int MAX_TEXT_LENGTH = 100_000;

  private static final int SIGNATURE_FIELD = 2 + HmacSha256.LENGTH;

  private final byte[] payload;
  private final AppId appId;
  private final long issueTs;
  private final long expire;
  private final int salt;
  private final ServiceReader.Services services;

  private RawAccessToken2(
      byte[] payload,
      AppId appId,
      long issueTs,
      long expire,
      int salt,
      ServiceReader.Services services) {
    this.payload = payload;
    this.appId = appId;
    this.issueTs = issueTs;
    this.expire = expire;
    this.salt = salt;
    this.services = services;
  }

  /**
   * Reads a token. Checks in this order: length, {@code 007}, strict Base64, bounded inflate, layout.
   * Refuses with TOO_LARGE, UNSUPPORTED_VERSION or MALFORMED.
   */
  public static Outcome<RawAccessToken2> parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Outcome.refused(
          Reason.TOO_LARGE, "it is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    if (!text.startsWith(AccessToken2.VERSION)) {
      return Outcome.refused(Reason.UNSUPPORTED_VERSION, "it does not start with 007");
    }
    byte[] compressed = StrictBase64.decode(text, AccessToken2.VERSION.length());
    if (compressed == null) {
      return Outcome.refused(
          Reason.MALFORMED, "what follows 007 is not standard Base64 with padding");
    }
    return Signer.ofThread().inflater().inflate(compressed).then(RawAccessToken2::read);
  }

  private static Outcome<RawAccessToken2> read(byte[] payload) {
    try {
      Unpacker in = new Unpacker(payload, 0, payload.length);
      if (in.uint16() != HmacSha256.LENGTH) {
        return Outcome.refused(Reason.MALFORMED, "its signature does not have 32 bytes");
      }
      in.raw(HmacSha256.LENGTH);
      String appId = in.string();
      if (!Hex32.matches(appId)) {
        return Outcome.refused(Reason.MALFORMED, "its App ID is not 32 hex digits");
      }
      long issueTs = in.uint32();
      long expire = in.uint32();
      int salt = (int) in.uint32();
      ServiceReader.Services services = ServiceReader.read(in);
      return Outcome.accepted(
          new RawAccessToken2(payload, new AppId(appId), issueTs, expire, salt, services));
    } catch (Unpacker.Malformed e) {
      return Outcome.refused(
          Reason.MALFORMED, "its content is not laid out as 007: " + e.getMessage());
    }
  }

  /** The project that it claims to be of. */
  public AppId appId() {
    return appId;
  }

  /** When it claims to have been issued. */
  public Instant issuedAt() {
    return Instant.ofEpochSecond(issueTs);
  }

  /** The seconds after {@link #issuedAt()} that it claims to live. */
  public long lifetimeSeconds() {
    return expire;
  }

  /** When it claims to end: {@code issuedAt + min(lifetime, 24 h)}, as Agora counts. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(issueTs + Math.min(expire, AccessToken2.MAX_LIFETIME.toSeconds()));
  }

  /**
   * When a privilege ends; never after the token.
   *
   * @param wireValue as in {@link Privileges#seconds}: seconds after the issue time, 0 for the
   *     token's end
   */
  public Instant privilegeEnd(long wireValue) {
    Instant end = Instant.ofEpochSecond(issueTs + wireValue);
    return wireValue == 0 || end.isAfter(expiresAt()) ? expiresAt() : end;
  }

  /** All 32 bits. */
  public long salt() {
    return Integer.toUnsignedLong(salt);
  }

  /** Its services up to the first of a type unknown here. */
  public List<Service> services() {
    return services.services();
  }

  /** Whether all was read; otherwise there is more in it than {@link #services()} shows. */
  public boolean complete() {
    return services.complete();
  }

  /** The 32 bytes of the signature. */
  public byte[] signature() {
    return java.util.Arrays.copyOfRange(payload, 2, SIGNATURE_FIELD);
  }

  /** The inflated content: the one form that all libraries agree on. */
  public byte[] payload() {
    return payload.clone();
  }

  /** The text that this library writes for the same content. */
  public String canonicalText() {
    Signer signer = Signer.ofThread();
    signer.zlib.encode(payload, payload.length);
    return AccessToken2.text(signer);
  }

  /** Whether a certificate made the signature; compares in constant time. */
  boolean isSignedBy(AppCertificate certificate) {
    byte[] expected = new byte[HmacSha256.LENGTH];
    int length = payload.length - SIGNATURE_FIELD;
    Signer.ofThread()
        .sign007(certificate, (int) issueTs, salt, payload, SIGNATURE_FIELD, length, expected, 0);
    return MessageDigest.isEqual(expected, signature());
  }
}
