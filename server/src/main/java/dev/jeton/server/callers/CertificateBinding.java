package dev.jeton.server.callers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import javax.security.auth.x500.X500Principal;

/**
 * A client certificate that stands for a caller.
 *
 * @param by what in the certificate tells
 * @param value what it has to be, as it is shown
 * @param exact the same as it is compared: one text for all ways to write it
 */
record CertificateBinding(By by, String value, String exact) implements Binding {

  /** What in a certificate tells. */
  enum By {
    /** The subject's distinguished name. */
    SUBJECT(0),
    /** One of the alternative names: a DNS name, a URI or a mail address. */
    NAME(1),
    /** SHA-256 of the whole certificate. */
    FINGERPRINT(2);

    private final int rank;

    By(int rank) {
      this.rank = rank;
    }
  }

  /** By SHA-256 of the certificate, in small hex digits. */
  static CertificateBinding fingerprint(String hex) {
    return new CertificateBinding(By.FINGERPRINT, hex, hex);
  }

  /** By an alternative name; what kind of name it is shows from its signs. */
  static CertificateBinding name(String text) {
    NameKind kind = NameKind.of(text);
    String folded = kind.folded(text);
    return new CertificateBinding(By.NAME, folded, kind.exact(folded));
  }

  /** By a distinguished name; throws IllegalArgumentException when it is none, or is empty. */
  static CertificateBinding subject(String text) {
    String exact = new X500Principal(text).getName(X500Principal.CANONICAL);
    if (exact.isEmpty()) {
      throw new IllegalArgumentException("every certificate without a subject would fit");
    }
    return new CertificateBinding(By.SUBJECT, text, exact);
  }

  boolean fits(ShownCertificate shown) {
    return switch (by) {
      case SUBJECT -> shown.subject().equals(exact);
      case NAME -> shown.names().contains(exact);
      case FINGERPRINT -> shown.fingerprint().equals(exact);
    };
  }

  /** The member under which an operator writes it. */
  String member() {
    return by.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String word() {
    return "certificate " + by + " " + exact;
  }

  @Override
  public int rank() {
    return by.rank;
  }

  static byte[] sha256(X509Certificate certificate) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("it was read from its encoded form", e);
    }
  }
}
