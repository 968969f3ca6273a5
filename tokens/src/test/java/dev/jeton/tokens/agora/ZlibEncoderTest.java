package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** What our own DEFLATE makes, the JDK's inflater must read, whatever came before. */
class ZlibEncoderTest {
  private final ZlibEncoder encoder = new ZlibEncoder();

  @Test
  void nothingAtAll() {
    assertReadBack(new byte[0]);
  }

  @Test
  void everyByteValueAlone() {
    for (int value = 0; value < 256; value++) {
      assertReadBack(new byte[] {(byte) value});
    }
  }

  @Test
  void allByteValuesInARow() {
    byte[] all = new byte[256];
    for (int value = 0; value < 256; value++) {
      all[value] = (byte) value;
    }
    assertReadBack(all);
  }

  @Test
  void runsOfEveryLength() {
    for (int length = 1; length <= 600; length++) {
      assertReadBack(filled(length, 'a'));
    }
  }

  @Test
  void repeatsOfEveryLengthAtManyDistances() {
    Random random = new Random(1);
    for (int length = 1; length <= 600; length++) {
      byte[] part = bytes(random, length);
      byte[] gap = bytes(random, random.nextInt(2_000));
      assertReadBack(join(part, gap, part));
    }
  }

  /** 32,768 is as far back as DEFLATE reaches; a hit beyond it must not be used. */
  @Test
  void repeatsAroundTheGreatestDistance() {
    byte[] part = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    for (int distance = 32_758; distance <= 32_778; distance++) {
      byte[] apart = new byte[distance + part.length];
      System.arraycopy(part, 0, apart, 0, part.length);
      System.arraycopy(part, 0, apart, distance, part.length);
      // Zeros between them hash to one slot only, so the first part stays in the table.
      assertReadBack(apart);
    }
  }

  @Test
  void everyDistance() {
    Random random = new Random(2);
    byte[] part = {11, 22, 33, 44};
    for (int distance = 4; distance <= 34_000; distance += 1 + distance / 50) {
      byte[] apart = new byte[distance + part.length];
      Arrays.fill(apart, (byte) random.nextInt());
      System.arraycopy(part, 0, apart, 0, part.length);
      System.arraycopy(part, 0, apart, distance, part.length);
      assertReadBack(apart);
    }
  }

  @Test
  void noiseOf64KiB() {
    Random random = new Random(3);
    for (int size : new int[] {65_535, 65_536}) {
      assertReadBack(bytes(random, size));
    }
  }

  /** Only values from 144 on, which take nine bits: the longest result. */
  @Test
  void theWorstCaseFitsItsBuffer() {
    Random random = new Random(4);
    byte[] worst = new byte[65_536];
    for (int i = 0; i < worst.length; i++) {
      worst[i] = (byte) (144 + random.nextInt(112));
    }
    assertReadBack(worst);
  }

  @Test
  void anyMixOfNoiseAndRepeatsWithOneEncoder() {
    Random random = new Random(5);
    for (int round = 0; round < 5_000; round++) {
      byte[] mixed = new byte[random.nextInt(1_500)];
      int alphabet = 1 + random.nextInt(256);
      for (int i = 0; i < mixed.length; i++) {
        mixed[i] = i > 20 && random.nextInt(4) > 0
            ? mixed[i - 1 - random.nextInt(20)]
            : (byte) random.nextInt(alphabet);
      }
      assertReadBack(mixed);
    }
  }

  /** Positions of earlier calls lie in the table still; equal input must not find them. */
  @Test
  void theSameInputGivesTheSameBytesEveryTime() {
    byte[] input = filled(300, 'x');
    byte[] first = encode(input);
    for (int round = 0; round < 100; round++) {
      assertThat(encode(input)).isEqualTo(first);
      encode(filled(round, 'x'));
    }
  }

  /** After 2 GiB the numbers of the positions start anew; the noise asks for slots never used. */
  @Test
  void positionsWrapAroundUnharmed() {
    byte[] large = filled(65_536, 'y');
    byte[] noise = bytes(new Random(6), 500);
    for (int round = 0; round < 33_000; round++) {
      encoder.encode(large, large.length);
      if (round >= 32_767) {
        assertReadBack(noise);
      }
    }
  }

  @Test
  void onlyTheGivenPartOfTheArrayCounts() {
    byte[] padded = Arrays.copyOf(filled(10, 'z'), 500);
    encoder.encode(padded, 10);

    assertThat(inflate(Arrays.copyOf(encoder.bytes(), encoder.length()), 10))
        .isEqualTo(filled(10, 'z'));
  }

  private void assertReadBack(byte[] input) {
    assertThat(inflate(encode(input), input.length))
        .as("%d bytes", input.length)
        .isEqualTo(input);
  }

  private byte[] encode(byte[] input) {
    encoder.encode(input, input.length);
    return Arrays.copyOf(encoder.bytes(), encoder.length());
  }

  private static byte[] inflate(byte[] compressed, int size) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(compressed);
      byte[] buffer = new byte[size + 1];
      int length = 0;
      while (!inflater.finished()) {
        int n = inflater.inflate(buffer, length, buffer.length - length);
        assertThat(n > 0 || inflater.finished()).as("the stream goes on").isTrue();
        length += n;
      }
      assertThat(inflater.getRemaining()).isZero();
      return Arrays.copyOf(buffer, length);
    } catch (DataFormatException e) {
      throw new AssertionError("not a zlib stream", e);
    } finally {
      inflater.end();
    }
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] filled(int length, char c) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) c);
    return bytes;
  }

  private static byte[] join(byte[]... parts) {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
