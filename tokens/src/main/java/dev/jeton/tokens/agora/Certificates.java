package dev.jeton.tokens.agora;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The live certificates of a project. Agora accepts tokens of both while both are enabled; minting
 * uses the primary, verifying tries the primary and then the secondary.
 */
public record Certificates(AppCertificate primary, Optional<AppCertificate> secondary) {
  /** Both, or one where there is no secondary. */
  public static Certificates of(AppCertificate primary, @Nullable AppCertificate secondary) {
    return new Certificates(primary, Optional.ofNullable(secondary));
  }

  /** The only one. */
  public static Certificates of(AppCertificate primary) {
    return new Certificates(primary, Optional.empty());
  }
}
