package dev.jeton.server.agora.admin;

import dev.jeton.server.admin.SecretRules;
import dev.jeton.server.agora.Authentication;
import dev.jeton.server.agora.GivenCertificate;
import dev.jeton.server.agora.HexDigits;
import dev.jeton.server.agora.ProjectSpec;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Secret;
import java.util.random.RandomGenerator;

/** App Certificates: 32 hex digits; the active one is the primary, the other live one the secondary. */
final class CertificateRules implements SecretRules<ProjectSpec> {

  @Override
  public String segment() {
    return "certificates";
  }

  @Override
  public String member() {
    return "certificate";
  }

  @Override
  public String noun() {
    return "App Certificate";
  }

  @Override
  public boolean mayBeRevealed() {
    return true;
  }

  @Override
  public Secret make(ProjectSpec spec, RandomGenerator random) {
    return Secret.ofText(HexDigits.random(random));
  }

  @Override
  public void check(ProjectSpec spec, Secret given) {
    GivenCertificate.fault(given).ifPresent(unfit -> {
      throw Refused.badRequest(
          unfit.published() ? "published-secret" : "wrong-secret",
          "certificate cannot be taken: " + unfit.what() + "; " + unfit.right());
    });
  }

  /** Who joins by App ID needs no certificate yet, as with such a project in the Agora console. */
  @Override
  public boolean firstIsEnabled(ProjectSpec spec) {
    return spec.authentication() != Authentication.APP_ID;
  }
}
