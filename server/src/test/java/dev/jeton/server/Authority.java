package dev.jeton.server;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;

/** Makes certificates with the JDK's keytool, all signed by one authority of its own. */
public final class Authority {
  private static final String PASSWORD = "password";
  private static final String ROOT = "root";

  private final Path folder;
  private final Path store;

  public Authority(Path folder, String name) {
    this.folder = folder;
    this.store = folder.resolve(name + ".p12");
    keytool("-genkeypair", "-alias", ROOT, "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "bc:c");
  }

  /** A certificate with its key. */
  public X509Certificate issue(String alias, String subject, String... extensions) {
    keytool("-genkeypair", "-alias", alias, "-keyalg", "EC", "-dname", subject);
    Path request = folder.resolve(alias + ".csr");
    Path signed = folder.resolve(alias + ".crt");
    keytool("-certreq", "-alias", alias, "-file", request.toString());
    List<String> words = new ArrayList<>(List.of(
        "-gencert", "-alias", ROOT, "-infile", request.toString(), "-outfile", signed.toString()));
    for (String extension : extensions) {
      words.addAll(List.of("-ext", extension));
    }
    keytool(words.toArray(String[]::new));
    keytool("-importcert", "-alias", alias, "-file", signed.toString(), "-noprompt");
    return certificate(alias);
  }

  X509Certificate root() {
    return certificate(ROOT);
  }

  private X509Certificate certificate(String alias) {
    try {
      return (X509Certificate) keys().getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  public void writeCertificate(String alias, String file)
      throws IOException, GeneralSecurityException {
    write(file, "CERTIFICATE", certificate(alias).getEncoded());
  }

  public void writeRoot(String file) throws IOException, GeneralSecurityException {
    writeCertificate(ROOT, file);
  }

  public void writeKey(String alias, String file) throws IOException, GeneralSecurityException {
    write(file, "PRIVATE KEY", keys().getKey(alias, PASSWORD.toCharArray()).getEncoded());
  }

  private void write(String file, String kind, byte[] bytes) throws IOException {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    Path written = Files.writeString(
        folder.resolve(file),
        "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-------"));
  }

  /** A client that trusts that server's authority and shows this certificate, or none. */
  public HttpClient client(Authority server, String alias)
      throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry(ROOT, server.root());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    KeyStore own = KeyStore.getInstance(KeyStore.getDefaultType());
    own.load(null, null);
    if (!alias.isEmpty()) {
      KeyStore all = keys();
      own.setKeyEntry(
          alias,
          all.getKey(alias, PASSWORD.toCharArray()),
          PASSWORD.toCharArray(),
          all.getCertificateChain(alias));
    }
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    shown.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    KeyManager[] shows = alias.isEmpty()
        ? shown.getKeyManagers()
        : new KeyManager[] {new Insisting((X509ExtendedKeyManager) shown.getKeyManagers()[0], alias)
        };
    context.init(shows, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().sslContext(context).build();
  }

  /** Shows its certificate also to a server that does not ask for one of that authority. */
  private static final class Insisting extends X509ExtendedKeyManager {
    private final X509ExtendedKeyManager keys;
    private final String alias;

    Insisting(X509ExtendedKeyManager keys, String alias) {
      this.keys = keys;
      this.alias = alias;
    }

    @Override
    public String chooseEngineClientAlias(String[] types, Principal[] issuers, SSLEngine engine) {
      return alias;
    }

    @Override
    public String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
      return alias;
    }

    @Override
    public String[] getClientAliases(String type, Principal[] issuers) {
      return new String[] {alias};
    }

    @Override
    public X509Certificate[] getCertificateChain(String name) {
      return keys.getCertificateChain(name);
    }

    @Override
    public PrivateKey getPrivateKey(String name) {
      return keys.getPrivateKey(name);
    }

    @Override
    public String[] getServerAliases(String type, Principal[] issuers) {
      return new String[0];
    }

    @Override
    public String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
      throw new UnsupportedOperationException();
    }
  }

  /** With which a server shows that certificate. */
  public SSLContext server(String alias) throws GeneralSecurityException {
    KeyManagerFactory shown =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    KeyStore own = keys();
    for (String other : List.copyOf(Collections.list(own.aliases()))) {
      if (!other.equals(alias)) {
        own.deleteEntry(other);
      }
    }
    shown.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(shown.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore keys() {
    try {
      return KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private void keytool(String... words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    all.addAll(List.of(words));
    all.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(said);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
