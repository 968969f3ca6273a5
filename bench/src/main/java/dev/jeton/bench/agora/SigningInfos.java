package dev.jeton.bench.agora;

import dev.jeton.tokens.agora.RawAccessToken2;
import dev.jeton.tokens.crypto.HmacSha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The least that a 007 signature costs: its HMACs over ready-made bytes, each with a key of its own,
 * and nothing else.
 */
@State(Scope.Thread)
public class SigningInfos {
  private static final int SIGNATURE_FIELD = 2 + HmacSha256.LENGTH;

  private final byte[][] infos = new byte[Requests.COUNT][];
  private final byte[] certificate;
  private final byte[] number = new byte[4];
  private final byte[] firstKey = new byte[HmacSha256.LENGTH];
  private final byte[] secondKey = new byte[HmacSha256.LENGTH];
  private final byte[] signature = new byte[HmacSha256.LENGTH];
  private final HmacSha256 hmac = new HmacSha256();
  private final Mac mac;
  private int next;

  public SigningInfos() {
    IssuedTokens issued = new IssuedTokens();
    certificate = issued.requests.certificateText.getBytes(StandardCharsets.US_ASCII);
    mac = newMac();
    for (int i = 0; i < infos.length; i++) {
      byte[] payload =
          IssuedTokens.accepted(RawAccessToken2.parse(issued.v007(i))).payload();
      infos[i] = Arrays.copyOfRange(payload, SIGNATURE_FIELD, payload.length);
    }
  }

  private static Mac newMac() {
    try {
      return Mac.getInstance("HmacSHA256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int next() {
    return next++ & (Requests.COUNT - 1);
  }

  /** Two HMACs, as for all but the first token of a second. */
  byte[] signWithFirstKeyKept(int i) {
    number(i);
    hmac.key(number, 0, number.length).update(firstKey, 0, firstKey.length).finish(secondKey, 0);
    hmac.key(secondKey, 0, secondKey.length)
        .update(infos[i], 0, infos[i].length)
        .finish(signature, 0);
    return signature;
  }

  /** Three HMACs, as for a token of any other second. */
  byte[] sign(int i) {
    number(~i);
    hmac.key(number, 0, number.length)
        .update(certificate, 0, certificate.length)
        .finish(firstKey, 0);
    return signWithFirstKeyKept(i);
  }

  /** Three HMACs by the JDK's own, which takes a key object for each. */
  byte[] signByMac(int i) {
    number(~i);
    byte[] first = mac(number, certificate);
    number(i);
    return mac(mac(number, first), infos[i]);
  }

  /**
   * One HMAC under the certificate, which is all that 006 takes. The message is that of 007, some 20
   * bytes longer.
   */
  byte[] signLegacy(int i) {
    hmac.key(certificate, 0, certificate.length)
        .update(infos[i], 0, infos[i].length)
        .finish(signature, 0);
    return signature;
  }

  byte[] signLegacyByMac(int i) {
    return mac(certificate, infos[i]);
  }

  private byte[] mac(byte[] key, byte[] message) {
    try {
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void number(int value) {
    number[0] = (byte) value;
    number[1] = (byte) (value >>> 8);
    number[2] = (byte) (value >>> 16);
    number[3] = (byte) (value >>> 24);
  }
}
