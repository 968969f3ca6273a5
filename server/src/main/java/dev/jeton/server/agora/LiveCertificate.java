package dev.jeton.server.agora;

import dev.jeton.server.vault.KeyState;
import dev.jeton.server.vault.KeyVersion;
import dev.jeton.tokens.agora.AppCertificate;

/** One of a project's two App Certificates, with where it stands in its life. */
public record LiveCertificate(KeyVersion version, AppCertificate certificate) {

  /** Whether it is the primary one, which signs; the other one is the secondary. */
  public boolean isPrimary() {
    return version.state() == KeyState.ACTIVE;
  }

  /** The word in answers. */
  public String slot() {
    return isPrimary() ? "primary" : "secondary";
  }
}
