package dev.jeton.server.sunbird;

import java.util.List;
import java.util.Optional;

/**
 * The credentials that file and environment name; read-only while the server runs.
 *
 * @param standard the name of the one that callers get who name none
 */
public record SunbirdSettings(List<SunbirdCredential> credentials, Optional<String> standard) {
  public SunbirdSettings {
    credentials = List.copyOf(credentials);
  }
}
