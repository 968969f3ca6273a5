package dev.jeton.tokens.agora;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.zip.Deflater;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A 007 token written without the library, for what the library would never write. Signs with the
 * JDK's own HMAC, so a fault shared by minting and verifying would show.
 */
final class HandMade007 {
  private final ByteArrayOutputStream info = new ByteArrayOutputStream();
  private final int issueTs = (int) Lobby.ISSUED;
  private final int salt = 7;

  private HandMade007() {}

  /** Of {@link Lobby#APP_ID}, one hour, up to and with the count of services. */
  static HandMade007 withServices(int count) {
    return withoutServices().uint16(count);
  }

  /** The same without the count. */
  static HandMade007 withoutServices() {
    HandMade007 token = new HandMade007();
    return token.string(Lobby.APP_ID.text()).uint32(token.issueTs).uint32(3600).uint32(token.salt);
  }

  /** RTC with a join privilege for {@link Lobby#CHANNEL} and {@link Lobby#USER}. */
  HandMade007 rtc() {
    return uint16(1).uint16(1).uint16(1).uint32(3600).string("lobby").string("42");
  }

  HandMade007 uint16(int value) {
    info.write(value);
    info.write(value >>> 8);
    return this;
  }

  HandMade007 uint32(int value) {
    return uint16(value).uint16(value >>> 16);
  }

  HandMade007 string(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return uint16(bytes.length).raw(bytes);
  }

  HandMade007 raw(byte[] bytes) {
    info.writeBytes(bytes);
    return this;
  }

  /** The payload, signed with {@link Lobby#CERTIFICATE_TEXT}. */
  byte[] payload() {
    byte[] certificate = Lobby.CERTIFICATE_TEXT.getBytes(StandardCharsets.US_ASCII);
    byte[] key = hmac(little(salt), hmac(little(issueTs), certificate));
    HandMade007 whole = new HandMade007();
    return whole
        .uint16(32)
        .raw(hmac(key, info.toByteArray()))
        .raw(info.toByteArray())
        .bytes();
  }

  String text() {
    return text(deflate(payload(), Deflater.DEFAULT_COMPRESSION));
  }

  /** The text around any compressed bytes. */
  static String text(byte[] compressed) {
    return "007" + Base64.getEncoder().encodeToString(compressed);
  }

  static byte[] deflate(byte[] payload, int level) {
    Deflater deflater = new Deflater(level);
    try {
      deflater.setInput(payload);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private byte[] bytes() {
    return info.toByteArray();
  }

  private static byte[] little(int value) {
    return new HandMade007().uint32(value).bytes();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
