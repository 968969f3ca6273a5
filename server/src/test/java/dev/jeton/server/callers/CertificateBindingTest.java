package dev.jeton.server.callers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.Authority;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateBindingTest {
  private static ShownCertificate shop;
  private static ShownCertificate wild;

  @BeforeAll
  static void issue(@TempDir Path folder) {
    Authority authority = new Authority(folder, "ours");
    shop = ShownCertificate.of(authority.issue(
        "shop",
        "CN=Shop\\, the,O=Example",
        "san=dns:Shop.example.com,uri:spiffe://td/Shop,email:Shop@Example.com,ip:192.0.2.7"));
    wild = ShownCertificate.of(authority.issue("wild", "CN=wild", "san=dns:*.example.com"));
  }

  private static boolean named(String name) {
    return CertificateBinding.name(name).fits(shop);
  }

  private static boolean subject(String name) {
    return CertificateBinding.subject(name).fits(shop);
  }

  @Test
  void aSubjectIsTheSameHoweverItIsWritten() {
    assertThat(subject("CN=Shop\\, the,O=Example")).isTrue();
    assertThat(subject("cn = shop\\,   THE , o=example")).isTrue();
    assertThat(subject("2.5.4.3=\"Shop, the\",O=Example")).isTrue();
    assertThat(CertificateBinding.subject("CN=a,O=b").word())
        .isEqualTo(CertificateBinding.subject("cn=A, o=b").word());
  }

  @Test
  void aSubjectIsTheWholeOfItInItsOrder() {
    assertThat(subject("CN=Shop\\, the")).isFalse();
    assertThat(subject("O=Example")).isFalse();
    assertThat(subject("O=Example,CN=Shop\\, the")).isFalse();
    assertThat(subject("CN=Shop\\, the,O=Example,C=DE")).isFalse();
    assertThat(subject("CN=Shop\\, the+O=Example")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "shop", "CN"})
  void whatIsNoSubjectIsRefused(String text) {
    assertThatThrownBy(() -> CertificateBinding.subject(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHostNameIgnoresCase() {
    assertThat(named("shop.example.com")).isTrue();
    assertThat(named("SHOP.Example.com")).isTrue();
    assertThat(named("example.com")).isFalse();
    assertThat(named("a.shop.example.com")).isFalse();
  }

  @Test
  void anAddressIsComparedExactly() {
    assertThat(named("spiffe://td/Shop")).isTrue();
    assertThat(named("spiffe://td/shop")).isFalse();
    assertThat(named("spiffe://TD/Shop")).isFalse();
    assertThat(named("spiffe://td/Shop/")).isFalse();
  }

  @Test
  void aMailAddressIgnoresTheCaseOfItsHostAlone() {
    assertThat(named("Shop@example.COM")).isTrue();
    assertThat(named("shop@example.com")).isFalse();
  }

  @Test
  void aNameOfOneKindIsNoneOfAnother() {
    assertThat(named("192.0.2.7")).isFalse();
    ShownCertificate odd =
        new ShownCertificate("", Set.of(NameKind.URI.exact("shop.example.com")), "");
    assertThat(CertificateBinding.name("shop.example.com").fits(odd)).isFalse();
  }

  @Test
  void aWildcardStandsForNoOtherName() {
    assertThat(CertificateBinding.name("shop.example.com").fits(wild)).isFalse();
    assertThat(CertificateBinding.name("*.Example.com").fits(wild)).isTrue();
    assertThat(named("*.example.com")).isFalse();
    assertThat(named("*")).isFalse();
  }

  @Test
  void aFingerprintIsThatOfTheWhole() {
    assertThat(CertificateBinding.fingerprint(shop.fingerprint()).fits(shop)).isTrue();
    assertThat(CertificateBinding.fingerprint(shop.fingerprint()).fits(wild)).isFalse();
  }
}
