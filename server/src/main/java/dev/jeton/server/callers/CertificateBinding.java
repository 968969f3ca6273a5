package dev.jeton.server.callers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/**
 * A client certificate that stands for a caller.
 *
 * @param by what in the certificate tells
 * @param value what it has to be
 */
record CertificateBinding(By by, String value) implements Binding {
  /** Of RFC 5280: a mail address, a DNS name, a URI. */
  private static final Set<Object> TEXTS = Set.of(1, 2, 6);

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

  boolean fits(X509Certificate certificate) {
    return switch (by) {
      case SUBJECT -> new X500Principal(value).equals(certificate.getSubjectX500Principal());
      case NAME -> names(certificate).anyMatch(value::equalsIgnoreCase);
      case FINGERPRINT -> HexFormat.of().formatHex(sha256(certificate)).equals(value);
    };
  }

  @Override
  public String word() {
    return "certificate " + by + " " + value;
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

  private static Stream<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null
          ? Stream.empty()
          : names.stream()
              .filter(name -> TEXTS.contains(name.get(0)))
              .map(name -> String.valueOf(name.get(1)));
    } catch (CertificateParsingException e) {
      return Stream.empty();
    }
  }
}
