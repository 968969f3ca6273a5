package dev.jeton.tokens.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Against the JDK's HMAC, and against RFC 4231 where the JDK refuses (the empty key). */
class HmacSha256Test {
  private final HmacSha256 hmac = new HmacSha256();
  private final Random random = new Random(1);

  @Test
  void equalsTheJdksForKeysOfEveryLength() throws Exception {
    for (int keyLength = 1; keyLength <= 64; keyLength++) {
      for (int length : new int[] {0, 1, 55, 56, 63, 64, 65, 119, 120, 1000}) {
        byte[] key = bytes(keyLength);
        byte[] message = bytes(length);
        assertThat(code(key, message)).isEqualTo(jdk(key, message));
      }
    }
  }

  @Test
  void anEmptyKeyIsAKeyOfZeros() throws Exception {
    assertThat(code(new byte[0], new byte[] {1, 2}))
        .isEqualTo(jdk(new byte[64], new byte[] {1, 2}));
  }

  /** RFC 4231 section 4.3. */
  @Test
  void equalsThePublishedCode() {
    byte[] key = {'J', 'e', 'f', 'e'};
    byte[] message =
        HexFormat.of().parseHex("7768617420646f2079612077616e7420666f72206e6f7468696e673f");

    assertThat(HexFormat.of().formatHex(code(key, message)))
        .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  @Test
  void takesTheMessageInPieces() throws Exception {
    byte[] key = bytes(32);
    byte[] message = bytes(500);
    byte[] result = new byte[40];
    hmac.key(key, 0, key.length);
    for (int i = 0; i < message.length; i += 50) {
      hmac.update(message, i, 50);
    }
    hmac.finish(result, 8);

    assertThat(Arrays.copyOfRange(result, 8, 40)).isEqualTo(jdk(key, message));
  }

  @Test
  void takesAPartOfAnArrayAsKey() throws Exception {
    byte[] keys = bytes(100);
    byte[] result = new byte[32];
    hmac.key(keys, 30, 20).update(keys, 0, 10).finish(result, 0);

    assertThat(result).isEqualTo(jdk(Arrays.copyOfRange(keys, 30, 50), Arrays.copyOf(keys, 10)));
  }

  @Test
  void aMessageThatWasNotFinishedLeavesNoTrace() throws Exception {
    hmac.key(bytes(5), 0, 5).update(bytes(77), 0, 77);

    assertThat(code(new byte[] {9}, new byte[] {8})).isEqualTo(jdk(new byte[] {9}, new byte[] {8}));
  }

  @Test
  void withoutAKeyThereIsNoCode() {
    assertThatThrownBy(() -> new HmacSha256().finish(new byte[32], 0))
        .isInstanceOf(IllegalStateException.class);
    code(new byte[] {1}, new byte[0]);
    assertThatThrownBy(() -> hmac.update(new byte[1], 0, 1).finish(new byte[32], 0))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keysThatItCannotTakeAreRefused() {
    assertThatThrownBy(() -> hmac.key(new byte[65], 0, 65))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("key of 65 bytes, at most 64");
    assertThatThrownBy(() -> hmac.key(new byte[8], 4, 5))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> hmac.key(new byte[8], 0, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void aTargetWithoutRoomIsRefusedAndTheNextCodeIsRight() throws Exception {
    hmac.key(new byte[] {1}, 0, 1);
    assertThatThrownBy(() -> hmac.finish(new byte[32], 1))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(code(new byte[] {2}, new byte[] {3})).isEqualTo(jdk(new byte[] {2}, new byte[] {3}));
  }

  private byte[] code(byte[] key, byte[] message) {
    byte[] result = new byte[HmacSha256.LENGTH];
    hmac.key(key, 0, key.length).update(message, 0, message.length).finish(result, 0);
    return result;
  }

  private static byte[] jdk(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
