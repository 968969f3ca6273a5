package dev.jeton.server.sunbird;

import java.util.List;
import java.util.Optional;

/**
 * The credentials that file and environment name; read-only while the server runs.
 *
 * @param standard the name of the one that callers get who name none, while no other one is marked
 */
public record SunbirdSettings(List<GivenCredential> credentials, Optional<String> standard) {
  public SunbirdSettings {
    credentials = List.copyOf(credentials);
  }
}
