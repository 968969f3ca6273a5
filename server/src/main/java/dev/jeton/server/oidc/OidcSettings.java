package dev.jeton.server.oidc;

import java.time.Duration;
import java.util.List;

/**
 * Which identity providers are trusted.
 *
 * @param leeway how far the clocks of providers may be off
 */
public record OidcSettings(List<Provider> providers, Duration leeway) {
  /** The name of the provider that has none. */
  public static final String PLAIN = "oidc";

  public OidcSettings {
    providers = List.copyOf(providers);
  }
}
