package dev.jeton.server.access;

import dev.jeton.server.settings.Network;
import java.util.List;

/**
 * Who may ask, and under which names.
 *
 * @param anonymous who may ask without a proof from beyond this machine
 * @param publicNames host names under which the server answers besides loopback names
 * @param corsOrigins web origins whose pages may ask, or {@code *}
 * @param trustedProxies where forwarded headers are believed
 * @param decided whether {@code anonymous} was set, and not left at its default
 */
public record AccessSettings(
    Anonymous anonymous,
    List<String> publicNames,
    List<String> corsOrigins,
    List<Network> trustedProxies,
    boolean decided) {

  /** Any origin, but then only with a caller's proof. */
  static final String ANY_ORIGIN = "*";

  /** With {@code anonymous} left at its default, or set to what it says. */
  public AccessSettings(
      Anonymous anonymous,
      List<String> publicNames,
      List<String> corsOrigins,
      List<Network> trustedProxies) {
    this(anonymous, publicNames, corsOrigins, trustedProxies, anonymous != Anonymous.NOBODY);
  }

  public AccessSettings {
    publicNames = List.copyOf(publicNames);
    corsOrigins = List.copyOf(corsOrigins);
    trustedProxies = List.copyOf(trustedProxies);
  }

  /** Who may ask without a proof from beyond this machine. */
  public enum Anonymous {
    NOBODY,
    ANYONE
  }
}
