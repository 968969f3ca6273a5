package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jeton.tokens.Outcome;
import java.util.Arrays;

/** As {@link RawAccessToken2FuzzTest}: any bytes inflate to at most 64 KiB, the same each time. */
class BoundedInflaterFuzzTest {
  private final BoundedInflater inflater = new BoundedInflater();

  @FuzzTest(maxDuration = "1m")
  void inflate(byte[] data) {
    if (inflater.inflate(data) instanceof Outcome.Accepted<byte[]> inflated) {
      assertThat(inflated.value().length).isLessThanOrEqualTo(Packer.MAX_BYTES);
      byte[] longer = Arrays.copyOf(data, data.length + 1);
      assertThat(inflater.inflate(longer)).isInstanceOf(Outcome.Refused.class);
      assertThat(inflater.inflate(data))
          .isInstanceOfSatisfying(
              Outcome.Accepted.class,
              again -> assertThat(again.value()).isEqualTo(inflated.value()));
    }
  }
}
