package dev.jeton.server.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderTest {
  private static boolean mayName(String issuer, String address, String... hosts) {
    return new Provider(
            "oidc", issuer, List.of("api"), Optional.empty(), List.of(hosts), Optional.empty())
        .mayName(URI.create(address));
  }

  @Test
  void theUsualPortIsTheSameWrittenOrNot() {
    assertThat(mayName("https://id.example.com", "https://id.example.com:443/keys"))
        .isTrue();
    assertThat(mayName("https://id.example.com:443", "https://ID.example.com/keys"))
        .isTrue();
    assertThat(mayName("http://localhost:80", "http://localhost/keys")).isTrue();
    assertThat(mayName("http://localhost", "http://localhost:443/keys")).isFalse();
    assertThat(mayName("https://id.example.com", "https://id.example.com:80/keys"))
        .isFalse();
    assertThat(mayName("https://id.example.com", "https://id.example.com:8443/keys"))
        .isFalse();
    assertThat(mayName("https://id.example.com", "http://id.example.com/keys")).isFalse();
  }

  @Test
  void furtherHostsAreThoseOfHttpsAlone() {
    String issuer = "https://id.example.com";
    assertThat(mayName(issuer, "https://keys.example.com/k", "Keys.example.com:443"))
        .isTrue();
    assertThat(mayName(issuer, "https://keys.example.com:443/k", "keys.example.com"))
        .isTrue();
    assertThat(mayName(issuer, "https://keys.example.com:444/k", "keys.example.com"))
        .isFalse();
    assertThat(mayName(issuer, "https://keys.example.com:444/k", "keys.example.com:444"))
        .isTrue();
    assertThat(mayName(issuer, "http://keys.example.com/k", "keys.example.com")).isFalse();
  }
}
