package dev.jeton.server.boot;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a PEM file has certificates, no less strictly than TLS reads it later; DER is none of it. */
final class PemCertificates {
  private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]*+)-----END CERTIFICATE-----");
  private static final Pattern SPACE = Pattern.compile("\\s");

  private PemCertificates() {}

  /** Throws a CertificateException that says what is wrong, unless all in it is one or more of them. */
  static void check(byte[] file) throws CertificateException {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    CertificateFactory reader = CertificateFactory.getInstance("X.509");
    int read = 0;
    for (Matcher block = BLOCK.matcher(text); block.find(); read++) {
      read(reader, block.group(1));
    }
    if (read == 0) {
      throw new CertificateException("has no certificate in PEM");
    }
    if (BEGIN.matcher(text).results().count() != read) {
      throw new CertificateException("has something else than certificates too");
    }
  }

  private static void read(CertificateFactory reader, String base64) throws CertificateException {
    try {
      byte[] der = Base64.getDecoder().decode(SPACE.matcher(base64).replaceAll(""));
      reader.generateCertificate(new ByteArrayInputStream(der));
    } catch (IllegalArgumentException | CertificateException e) {
      throw new CertificateException("has a broken certificate", e);
    }
  }
}
