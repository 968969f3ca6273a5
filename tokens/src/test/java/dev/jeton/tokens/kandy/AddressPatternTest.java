package dev.jeton.tokens.kandy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPatternTest {

  @ParameterizedTest
  @CsvSource({
    "help@example.com, help@example.com",
    "help@example.com, help@EXAMPLE.com",
    "help@Example.Com, help@example.com",
    "*@example.com, help@example.com",
    "*@example.com, help@Example.COM",
    "help@*, help@example.com",
    "help@*.example.com, help@eu.example.com",
    "help-*-desk@example.com, help-eu-desk@example.com",
    "help-*-desk@example.com, help--desk@example.com",
    "a*b*c@x, a1b2b3c@x",
    "a*b*c@x, abc@x",
    "guest-*, guest-17",
    "*-guest, 17-guest",
    "My Name, My Name",
    "*, help@example.com",
    "*, My Name",
    "*, 'bob@example.com;transport=tls'"
  })
  void coversWhatItStandsFor(String pattern, String name) {
    assertThat(AddressPattern.of(pattern).matches(name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "help@example.com, Help@example.com",
    "help@example.com, help@example.com.evil.com",
    "help@example.com, 'help@example.com;transport=tls'",
    "*@example.com, help@evil-example.com",
    "*@example.com, 'x@evil.com;y@example.com'",
    "*@example.com, x@evil.com@example.com",
    "*@example.com, example.com",
    "help@*, 'help@example.com;transport=tls'",
    "guest-*, guest-1@evil.com",
    "guest-*, 'guest-1;x'",
    "gu*, gu@",
    "ab*ba@x, aba@x",
    "a*b*c@x, ac@x",
    "a*bb*c@x, abc@x",
    "help@ex*mple.com, help@EXAMPLE.org",
    "K@x, k@x",
    "a@k, a@\u212A"
  })
  void coversNothingElse(String pattern, String name) {
    assertThat(AddressPattern.of(pattern).matches(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sip:*@example.com", "a\nb", "*a*b*c*d*e*f*g*h*@x"})
  void whatIsNoPatternIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AddressPattern.of(text));
  }

  @Test
  void aLongNameUnderAPatternOfManyStarsIsDecidedAtOnce() {
    AddressPattern pattern = AddressPattern.of("*a*a*a*a*a*a*b@x");
    assertThat(pattern.matches("a".repeat(2000) + "@x")).isFalse();
    assertThat(pattern.matches("a".repeat(2000) + "b@x")).isTrue();
  }

  @Test
  void anEmptyListAllowsNobody() {
    assertThat(AddressPatterns.of().allow("help@example.com")).isFalse();
    assertThat(AddressPatterns.any().allow("help@example.com")).isTrue();
    assertThat(AddressPatterns.of("a@x", "b@x").allow("b@x")).isTrue();
  }

  @Test
  void aListIsBounded() {
    List<AddressPattern> many =
        Collections.nCopies(AddressPatterns.MAX_PATTERNS + 1, AddressPattern.of("*"));
    assertThatIllegalArgumentException().isThrownBy(() -> new AddressPatterns(many));
    assertThat(new AddressPatterns(many.subList(1, many.size())).patterns()).hasSize(1000);
  }
}
