package dev.jeton.server.settings;

import io.netty.util.NetUtil;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A network such as {@code 10.0.0.0/8} or {@code fd00::/8}; a bare address is a network of one. */
public final class Network {
  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /** The network that the text names, or null when it names none. */
  public static @Nullable Network parse(String text) {
    int slash = text.indexOf('/');
    byte[] address = addressOf(slash < 0 ? text : text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int all = address.length * 8;
    if (slash < 0) {
      return new Network(address, all);
    }
    String length = text.substring(slash + 1);
    if (!length.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(length) > all) {
      return null;
    }
    int bits = Integer.parseInt(length);
    Network network = new Network(address, bits);
    byte[] masked = network.masked(address);
    return Arrays.equals(masked, address) ? network : null;
  }

  /**
   * The network of whoever has the address: the address alone, or in IPv6 as many of its first bits as
   * one customer gets; null when it is no address.
   */
  public static @Nullable Network around(String addressText, int bitsInVersion6) {
    byte[] address = addressOf(addressText);
    if (address == null) {
      return null;
    }
    Network network = new Network(address, address.length == 4 ? 32 : bitsInVersion6);
    return new Network(network.masked(address), network.bits);
  }

  /** Whether the address, in text, lies in it; an IPv4 address mapped into IPv6 counts as IPv4. */
  public boolean contains(String addressText) {
    byte[] other = addressOf(addressText);
    return other != null && other.length == address.length && Arrays.equals(masked(other), address);
  }

  /** The bytes of an address in text, or null when it is none; never asks a name server. */
  private static byte @Nullable [] addressOf(String text) {
    int zone = text.indexOf('%');
    byte[] bytes =
        NetUtil.createByteArrayFromIpAddressString(zone < 0 ? text : text.substring(0, zone));
    if (bytes == null || bytes.length != 16) {
      return bytes;
    }
    for (int i = 0; i < 10; i++) {
      if (bytes[i] != 0) {
        return bytes;
      }
    }
    return bytes[10] == -1 && bytes[11] == -1 ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
  }

  /** Whether the text is an IP address. */
  public static boolean isAddress(String text) {
    return addressOf(text) != null;
  }

  /** Whether the text is an address of this machine to itself. */
  public static boolean isLoopback(String addressText) {
    byte[] bytes = addressOf(addressText);
    if (bytes == null) {
      return false;
    }
    if (bytes.length == 4) {
      return bytes[0] == 127;
    }
    for (int i = 0; i < 15; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return bytes[15] == 1;
  }

  private byte[] masked(byte[] whole) {
    byte[] masked = new byte[whole.length];
    for (int i = 0; i < whole.length; i++) {
      int kept = Math.max(0, Math.min(8, bits - i * 8));
      masked[i] = (byte) (whole[i] & (0xff << (8 - kept)));
    }
    return masked;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && bits == that.bits
        && Arrays.equals(address, that.address);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(address) * 31 + bits;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s/%d", NetUtil.bytesToIpAddress(address), bits);
  }
}
