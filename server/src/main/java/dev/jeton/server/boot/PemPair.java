package dev.jeton.server.boot;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Map;
import javax.net.ssl.X509KeyManager;

/** The contents of a certificate's and its key's PEM file at one moment. */
record PemPair(Buffer certificate, Buffer key) {
  private static final Map<String, String> SIGNATURES =
      Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA", "EdDSA", "EdDSA");

  static PemPair read(Path certificate, Path key) throws IOException {
    return new PemPair(
        Buffer.buffer(Files.readAllBytes(certificate)), Buffer.buffer(Files.readAllBytes(key)));
  }

  /** Whether the certificate verifies what the key signs. */
  boolean belongsTogether(Vertx vertx) {
    try {
      X509KeyManager keys = (X509KeyManager) new PemKeyCertOptions()
          .addCertValue(certificate)
          .addKeyValue(key)
          .getKeyManagerFactory(vertx)
          .getKeyManagers()[0];
      for (String kind : SIGNATURES.keySet()) {
        String[] aliases = keys.getServerAliases(kind, null);
        if (aliases != null && aliases.length > 0) {
          return signs(
              keys.getPrivateKey(aliases[0]), keys.getCertificateChain(aliases[0])[0], kind);
        }
      }
      return false;
    } catch (Exception e) {
      // The framework's reader throws whatever it likes about a file that is not right.
      return false;
    }
  }

  private static boolean signs(PrivateKey key, X509Certificate certificate, String kind)
      throws GeneralSecurityException {
    byte[] message = {1};
    Signature signature = Signature.getInstance(SIGNATURES.getOrDefault(kind, kind));
    signature.initSign(key);
    signature.update(message);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(message);
    return signature.verify(signed);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "PemPair";
  }
}
