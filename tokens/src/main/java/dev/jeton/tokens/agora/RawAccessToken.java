package dev.jeton.tokens.agora;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.crypto.HmacSha256;
import dev.jeton.tokens.encoding.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

/**
 * A 006 token that was read and not verified. Channel and uid are not in it, only their checksums,
 * which are not even signed by themselves: a verifier must be told both.
 */
public final class RawAccessToken {
  /** The longest text that is looked at: a full map of privileges, in Base64, and some. */
  public static final int MAX_TEXT_LENGTH = 100_000;

  private static final int PREFIX = AccessToken.VERSION.length() + Hex32.LENGTH;

  private final AppId appId;
  private final byte[] signature;
  private final long crcChannel;
  private final long crcUser;
  private final byte[] message;
  private final long salt;
  private final long ts;
  private final Privileges privileges;

  private RawAccessToken(AppId appId, Unpacker in) throws Unpacker.Malformed {
    this.appId = appId;
    if (in.uint16() != HmacSha256.LENGTH) {
      throw new Unpacker.Malformed("its signature does not have 32 bytes");
    }
    this.signature = in.raw(HmacSha256.LENGTH);
    this.crcChannel = in.uint32();
    this.crcUser = in.uint32();
    this.message = in.raw(in.uint16());
    if (!in.atEnd()) {
      throw new Unpacker.Malformed("bytes follow its message");
    }
    Unpacker fields = new Unpacker(message, 0, message.length);
    this.salt = fields.uint32();
    this.ts = fields.uint32();
    this.privileges = fields.privileges();
    if (!fields.atEnd()) {
      throw new Unpacker.Malformed("bytes follow its privileges");
    }
  }

  /**
   * Reads a token. Checks in this order: length, {@code 006}, App ID, strict Base64, layout. Refuses
   * with TOO_LARGE, UNSUPPORTED_VERSION or MALFORMED.
   */
  public static Outcome<RawAccessToken> parse(String text) {
    if (text.length() > MAX_TEXT_LENGTH) {
      return Outcome.refused(
          Reason.TOO_LARGE, "it is longer than " + MAX_TEXT_LENGTH + " characters");
    }
    if (!text.startsWith(AccessToken.VERSION)) {
      return Outcome.refused(Reason.UNSUPPORTED_VERSION, "it does not start with 006");
    }
    if (text.length() < PREFIX
        || !Hex32.matches(text.substring(AccessToken.VERSION.length(), PREFIX))) {
      return Outcome.refused(
          Reason.MALFORMED, "what follows 006 is not an App ID of 32 hex digits");
    }
    AppId appId = new AppId(text.substring(AccessToken.VERSION.length(), PREFIX));
    byte[] content = StrictBase64.decode(text, PREFIX);
    if (content == null) {
      return Outcome.refused(
          Reason.MALFORMED, "what follows the App ID is not standard Base64 with padding");
    }
    try {
      return Outcome.accepted(new RawAccessToken(appId, new Unpacker(content, 0, content.length)));
    } catch (Unpacker.Malformed e) {
      return Outcome.refused(
          Reason.MALFORMED, "its content is not laid out as 006: " + e.getMessage());
    }
  }

  /** The project that it claims to be of. */
  public AppId appId() {
    return appId;
  }

  /** CRC-32 of the channel's UTF-8; of the account in an RTM token. */
  public long crcChannel() {
    return crcChannel;
  }

  /** CRC-32 of the uid's text; 0 for anyone. */
  public long crcUser() {
    return crcUser;
  }

  /** All 32 bits. */
  public long salt() {
    return salt;
  }

  /** When the token as a whole claims to end. */
  public Instant expiresAt() {
    return Instant.ofEpochSecond(ts);
  }

  /**
   * When a privilege ends; never after the token.
   *
   * @param wireValue as in {@link Privileges#seconds}: unix seconds, 0 for the token's end
   */
  public Instant privilegeEnd(long wireValue) {
    Instant end = Instant.ofEpochSecond(wireValue);
    return wireValue == 0 || end.isAfter(expiresAt()) ? expiresAt() : end;
  }

  /** Absolute ends in unix seconds; 0 means {@link #expiresAt()}. */
  public Privileges privileges() {
    return privileges;
  }

  /** Whether it is a login to RTM and not for a channel. */
  public boolean isRtm() {
    return privileges.has(Privileges.RTM_LOGIN_006);
  }

  /** The 32 bytes of the signature. */
  public byte[] signature() {
    return signature.clone();
  }

  boolean isSignedBy(AppCertificate certificate, Channel channel, AgoraUser user) {
    HmacSha256 hmac = Signer.ofThread().hmac;
    certificate.key(hmac);
    for (String text : List.of(appId.text(), channel.name(), user.wire())) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      hmac.update(utf8, 0, utf8.length);
    }
    byte[] expected = new byte[HmacSha256.LENGTH];
    hmac.update(message, 0, message.length).finish(expected, 0);
    return MessageDigest.isEqual(expected, signature);
  }
}
