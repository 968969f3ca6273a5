package dev.jeton.tokens.agora;

import dev.jeton.tokens.crypto.HmacSha256;
import dev.jeton.tokens.encoding.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Mints Agora's AccessToken, the legacy {@code 006} token, for RTC and RTM. Old SDKs and the WeChat
 * mini program still need it.
 *
 * <p>Layout: {@code "006"} + App ID + Base64( str(signature), uint32 crc32(channel), uint32
 * crc32(uid), str(m) ), with {@code m = uint32 salt, uint32 ts, privileges}, all little-endian. The
 * signature is HMAC-SHA256 with the certificate's 32 characters as key over {@code appId ‖ channel ‖
 * uid ‖ m}. {@code ts} is 24 hours after the issue time; privileges end at absolute unix seconds, 0
 * meaning at {@code ts}. Channel and uid are not in the token, only their CRCs.
 *
 * <p>Where official Java 2.1.3 is wrong this is not: a subscriber may only join (Java and Ruby let
 * it publish), and a uid is unsigned, so those from 2147483648 on work (Java signs a negative
 * number).
 *
 * <p>Not thread-safe; build one per token. Source: AgoraIO/Tools, {@code AccessToken} in all
 * languages.
 */
public final class AccessToken {
  /** The first three characters of the text. */
  public static final String VERSION = "006";

  /** What the constructors of all official libraries add to the issue time. */
  static final long LIFETIME_SECONDS = 24 * 3600;

  private final AppId appId;
  private final Channel channel;
  private final AgoraUser user;
  private final Privileges privileges;
  private long ts = -1;
  private int salt;
  private boolean salted;

  private AccessToken(AppId appId, Channel channel, AgoraUser user, Privileges privileges) {
    this.appId = appId;
    this.channel = channel;
    this.user = user;
    this.privileges = privileges;
  }

  /**
   * A token for a channel; all privileges of the role end at one time.
   *
   * @throws IllegalArgumentException when that time is not in 0..4294967295 unix seconds
   */
  public static AccessToken rtc(
      AppId appId, Channel channel, AgoraUser user, RtcRole role, Instant privilegesEnd) {
    return rtc(appId, channel, user, Privileges.rtc(role, privilegesEnd.getEpochSecond()));
  }

  /** A token for a channel with an absolute end, in unix seconds, for each privilege. */
  public static AccessToken rtc(
      AppId appId, Channel channel, AgoraUser user, Privileges privileges) {
    return new AccessToken(appId, channel, user, privileges);
  }

  /**
   * A login to RTM: on the wire the account stands where a channel would, and there is no uid.
   *
   * @throws IllegalArgumentException when its end is not in 0..4294967295 unix seconds
   */
  public static AccessToken rtm(AppId appId, String account, Instant loginEnd) {
    Privileges login = Privileges.of(Privileges.RTM_LOGIN_006, loginEnd.getEpochSecond());
    return new AccessToken(appId, new Channel(account), AgoraUser.anyone(), login);
  }

  /**
   * When it is issued; the token as a whole ends 24 hours later.
   *
   * @throws IllegalArgumentException when that end is not in 0..4294967295 unix seconds
   */
  public AccessToken issuedAt(Instant instant) {
    return endsAt(instant.getEpochSecond() + LIFETIME_SECONDS);
  }

  /**
   * The end of the token as a whole, in unix seconds.
   *
   * @throws IllegalArgumentException outside of 0..4294967295
   */
  public AccessToken endsAt(long epochSecond) {
    ts = UnsignedSeconds.check("the end", epochSecond);
    return this;
  }

  /** The salt, all 32 bits of it; see {@link Salt#random}. */
  public AccessToken salt(int value) {
    salt = value;
    salted = true;
    return this;
  }

  /**
   * The token's text.
   *
   * @throws IllegalStateException if issue time or salt were not given
   * @throws IllegalArgumentException if a text is too long
   */
  public String sign(AppCertificate certificate) {
    String missing = missing();
    if (missing != null) {
      throw new IllegalStateException("an AccessToken needs " + missing);
    }
    Signer signer = Signer.ofThread();
    Packer signed = signer.packer;
    signed.clear();
    signed.text(appId.text());
    int channelStart = signed.length();
    signed.text(channel.name());
    int crcChannel = signed.crc32(signer.crc, channelStart);
    int userStart = signed.length();
    user.packTextTo(signed);
    int crcUser = signed.crc32(signer.crc, userStart);
    int messageStart = signed.length();
    signed.uint32(salt);
    signed.uint32((int) ts);
    privileges.packTo(signed);
    int messageLength = signed.length() - messageStart;

    Packer content = signer.content;
    content.clear();
    content.uint16(HmacSha256.LENGTH);
    int signatureStart = content.length();
    content.skip(HmacSha256.LENGTH);
    content.uint32(crcChannel);
    content.uint32(crcUser);
    content.uint16(messageLength);
    content.raw(signed.bytes(), messageStart, messageLength);
    certificate.key(signer.hmac);
    signer.hmac.update(signed.bytes(), 0, signed.length()).finish(content.bytes(), signatureStart);
    return text(signer, content);
  }

  private static String text(Signer signer, Packer content) {
    int prefix = VERSION.length() + Hex32.LENGTH;
    byte[] text = signer.text(prefix + StrictBase64.encodedLength(content.length()));
    for (int i = 0; i < VERSION.length(); i++) {
      text[i] = (byte) VERSION.charAt(i);
    }
    System.arraycopy(signer.packer.bytes(), 0, text, VERSION.length(), Hex32.LENGTH);
    int end = StrictBase64.encode(content.bytes(), content.length(), text, prefix);
    return new String(text, 0, end, StandardCharsets.ISO_8859_1);
  }

  private @Nullable String missing() {
    if (ts < 0) {
      return "issuedAt";
    }
    return salted ? null : "salt";
  }
}
