package dev.jeton.server.audit.chain;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PersonHashTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(US_ASCII);

  private final PersonHash hashes = new PersonHash(KEY);

  /** What Python's hmac makes of it. */
  @Test
  void theHashIsThatOfTheDocuments() {
    assertThat(hashes.of("alice")).isEqualTo("0f8efaf330c0d0a7e8f0d94ec418afc1");
  }

  @Test
  void aPersonHasAnotherHashThanATokenOfTheSameText() {
    assertThat(hashes.of("alice")).isNotEqualTo(new TokenHash(KEY).of("alice"));
  }

  @Test
  void aTextThatIsCutInTheFileHasTheHashOfWhatIsKept() {
    String kept = "x".repeat(2048);
    assertThat(hashes.of(kept + "y")).isEqualTo(hashes.of(kept));
    assertThat(hashes.of("x".repeat(2047) + "😀")).isEqualTo(hashes.of("x".repeat(2047)));
  }

  @Test
  void aNameKeepsItsTextThroughTheFile() {
    String hard = "a\"b\\\\c\\u0041\n\u202e é 😀 \u0000";
    LineBytes bytes = new LineBytes();
    NameLine.write(bytes, new byte[16], hard);
    String line = new String(bytes.array(), 0, bytes.length() - 1, UTF_8);
    NameLine read = Objects.requireNonNull(NameLine.read(line));
    assertThat(read.clear()).isEqualTo(hard);
    assertThat(read.text()).isEqualTo(NameLine.escaped(hard));
  }

  @Test
  void theHashesOfALineAreReadBackByRole() {
    LineBytes bytes = new LineBytes();
    ChainLine line = new ChainLine(bytes, (hash, text) -> {});
    line.begin(1, Chains.AT);
    line.text("request", ",\"people\":{\"user\":\"forged\"}");
    line.people(Map.of("user", List.of("alice"), "others", List.of("bob", "carol")), hashes);
    RowPeople people =
        Objects.requireNonNull(RowPeople.of(new String(bytes.array(), 0, bytes.length(), UTF_8)));
    assertThat(people.byRole())
        .containsExactly(
            Map.entry("others", List.of(hashes.of("bob"), hashes.of("carol"))),
            Map.entry("user", List.of(hashes.of("alice"))));
  }
}
