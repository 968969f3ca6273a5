package dev.jeton.server.callers;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;

/**
 * What a certificate shows, in the form in which bindings compare it.
 *
 * @param subject the distinguished name, canonical
 * @param names the alternative names, each with its kind
 * @param fingerprint SHA-256 of the whole in hex
 */
record ShownCertificate(String subject, Set<String> names, String fingerprint) {
  ShownCertificate {
    names = Set.copyOf(names);
  }

  static ShownCertificate of(X509Certificate certificate) {
    return new ShownCertificate(
        certificate.getSubjectX500Principal().getName(X500Principal.CANONICAL),
        namesOf(certificate),
        HexFormat.of().formatHex(CertificateBinding.sha256(certificate)));
  }

  private static Set<String> namesOf(X509Certificate certificate) {
    Set<String> names = new HashSet<>();
    try {
      Collection<List<?>> listed = certificate.getSubjectAlternativeNames();
      for (List<?> name : listed == null ? List.<List<?>>of() : listed) {
        for (NameKind kind : NameKind.values()) {
          if (kind.hasTag(name.get(0))) {
            names.add(kind.exact(String.valueOf(name.get(1))));
          }
        }
      }
    } catch (CertificateParsingException e) {
      return Set.of();
    }
    return names;
  }
}
