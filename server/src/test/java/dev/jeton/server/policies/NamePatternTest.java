package dev.jeton.server.policies;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamePatternTest {

  @ParameterizedTest
  @CsvSource({
    "shop, shop, true",
    "shop, SHOP, true",
    "shop, shop2, false",
    "*, anything, true",
    "shop-*, shop-a, true",
    "shop-*, shop-, true",
    "shop-*, shop, false",
    "*-eu, shop-eu, true",
    "*-eu, shop-eu-2, false",
    "a*b*c, a-b-c, true",
    "a*b*c, abc, true",
    "a*b*c, ac, false",
    "ab*ba, aba, false",
    "a*ab*b, aabb, true",
    "a*ab*b, aab, false"
  })
  void aStarStandsForAnyRunOfCharacters(String pattern, String name, boolean matches) {
    assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
  }
}
