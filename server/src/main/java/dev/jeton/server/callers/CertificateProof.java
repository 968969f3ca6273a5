package dev.jeton.server.callers;

import dev.jeton.server.access.Callers.Identified;
import dev.jeton.server.access.Presented;
import dev.jeton.server.access.Problem;
import dev.jeton.server.access.Proof;
import dev.jeton.server.callers.CallerKeys.Found;
import jakarta.inject.Singleton;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * A caller's proof: a client certificate of an authority that the operator named, which TLS has checked. A
 * browser would send one whoever wrote the page, so pages from elsewhere prove nothing by it.
 */
@Singleton
final class CertificateProof implements Proof {
  private static final Problem WRONG =
      new Problem(401, "wrong-proof", "the client certificate proves no caller known here");

  private final BoundCallers bound;
  private final KnownCallers callers;

  CertificateProof(BoundCallers bound, KnownCallers callers) {
    this.bound = bound;
    this.callers = callers;
  }

  @Override
  public boolean isUnasked() {
    return true;
  }

  @Override
  public Optional<Identified> check(Presented presented) {
    return presented.authorizations().isEmpty()
        ? presented.certificate().map(shown -> identified(presented, shown))
        : Optional.empty();
  }

  private Identified identified(Presented presented, X509Certificate shown) {
    if (presented.arrival().fromForeignPage(presented.headers())) {
      return new Identified.Wrong(WRONG, "CERTIFICATE_FOREIGN_PAGE");
    }
    Found found = bound.ofCertificate(shown, presented.arrival().client());
    if (found instanceof Found.Refused refused) {
      Map<String, String> details = new HashMap<>();
      details.put("fingerprint", HexFormat.of().formatHex(CertificateBinding.sha256(shown)));
      refused.caller().ifPresent(caller -> details.put("name", caller.spec().name()));
      return new Identified.Wrong(WRONG, refused.code(), details);
    }
    return new Identified.As(callers.seen(((Found.Usable) found).caller()));
  }
}
