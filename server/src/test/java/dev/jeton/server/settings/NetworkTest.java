package dev.jeton.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "192.168.1.128/25, 192.168.1.127, false",
    "192.168.1.128/25, 192.168.1.128, true",
    "0.0.0.0/0, 1.2.3.4, true",
    "0.0.0.0/0, ::1, false",
    "10.1.2.3, 10.1.2.3, true",
    "10.1.2.3, 10.1.2.4, false",
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "fd00::/8, fdff::1, true",
    "fd00::/8, fe00::1, false"
  })
  void itContainsWhatSharesItsFirstBits(String network, String address, boolean contains) {
    assertThat(Objects.requireNonNull(Network.parse(network)).contains(address))
        .isEqualTo(contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0/8", "name", "::/x"})
  void whatIsNoNetworkIsNone(String text) {
    assertThat(Network.parse(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.1.2.3/32",
    "::ffff:10.1.2.3, 10.1.2.3/32",
    "2001:db8:1:2:3::4%eth0, 2001:db8:1:2::/64"
  })
  void anAddressLiesInItsCustomersNetwork(String address, String network) {
    assertThat(Network.around(address, 64)).isEqualTo(Network.parse(network));
  }

  @Test
  void whatIsNoAddressLiesInNoNetwork() {
    assertThat(Network.around("unknown", 64)).isNull();
  }

  @Test
  void loopbackIsAllOf127AndOneAddressOfVersion6() {
    assertThat(Network.isLoopback("127.255.0.1")).isTrue();
    assertThat(Network.isLoopback("::1")).isTrue();
    assertThat(Network.isLoopback("::ffff:127.0.0.1")).isTrue();
    assertThat(Network.isLoopback("128.0.0.1")).isFalse();
    assertThat(Network.isLoopback("::2")).isFalse();
    assertThat(Network.isLoopback("localhost")).isFalse();
  }
}
