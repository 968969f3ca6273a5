package dev.jeton.tokens.agora;

import static dev.jeton.tokens.Outcomes.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;

/** As {@link RawAccessToken2FuzzTest}: whatever is encoded, after whatever else, inflates again. */
class ZlibEncoderFuzzTest {
  private final ZlibEncoder encoder = new ZlibEncoder();
  private final BoundedInflater inflater = new BoundedInflater();

  @FuzzTest(maxDuration = "1m")
  void roundTrip(byte[] data) {
    readBack(data);
    byte[] twice = Arrays.copyOf(data, Math.min(Packer.MAX_BYTES, data.length * 2));
    System.arraycopy(data, 0, twice, data.length, twice.length - data.length);
    readBack(twice);
  }

  private void readBack(byte[] data) {
    encoder.encode(data, data.length);
    byte[] encoded = Arrays.copyOf(encoder.bytes(), encoder.length());
    assertThat(accepted(inflater.inflate(encoded))).isEqualTo(data);
  }
}
