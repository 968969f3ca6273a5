package dev.jeton.server.alerts;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Whether what an operator writes is an address. */
public final class Addresses {
  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+])(:[0-9]{1,5})?");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[(0*:)*:?0*1]");

  private Addresses() {}

  /** Whether it is one plain mail address. */
  public static boolean isMail(String text) {
    return MAIL.matcher(text).matches();
  }

  /** Whether it is a host, or a host and a port. */
  public static boolean isHost(String text) {
    return HOST.matcher(text).matches();
  }

  /** Whether the name or address says that it is this machine; nothing is looked up. */
  static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /** Whether secrets may be sent there: https without user and fragment, or http on this machine. */
  public static boolean isWeb(String text) {
    try {
      URI address = new URI(text);
      String host = address.getHost();
      return host != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null
          && ("https".equals(address.getScheme())
              || ("http".equals(address.getScheme()) && isLoopback(host)));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
