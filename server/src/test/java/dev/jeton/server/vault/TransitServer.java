package dev.jeton.server.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jeton.tokens.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The Transit engine's encrypt and decrypt, with AES-256-GCM and versions of one key. */
final class TransitServer implements AutoCloseable {
  static final String TOKEN = "transit-token-for-tests";
  private static final int NONCE = 12;

  private final ObjectMapper json = new ObjectMapper();
  private final HttpServer server;
  private final List<byte[]> versions = new ArrayList<>();

  TransitServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    rotate();
    server.createContext("/v1/transit/encrypt/jeton", exchange -> answer(exchange, this::encrypt));
    server.createContext("/v1/transit/decrypt/jeton", exchange -> answer(exchange, this::decrypt));
    server.start();
  }

  void rotate() {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) (versions.size() + 1));
    versions.add(key);
  }

  VaultSettings.Transit settings() {
    return settings("jeton", TOKEN);
  }

  VaultSettings.Transit settings(String key, String token) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new VaultSettings.Transit(url, "transit", key, Secret.ofText(token));
  }

  private interface Act {
    Map<String, String> apply(JsonNode asked) throws GeneralSecurityException;
  }

  private Map<String, String> encrypt(JsonNode asked) throws GeneralSecurityException {
    byte[] nonce = new byte[NONCE];
    new SecureRandom().nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, versions.size(), nonce, asked)
        .doFinal(bytes(asked, "plaintext"));
    byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, all, NONCE, sealed.length);
    String text = Base64.getEncoder().encodeToString(all);
    return Map.of("ciphertext", "vault:v" + versions.size() + ":" + text);
  }

  private Map<String, String> decrypt(JsonNode asked) throws GeneralSecurityException {
    String[] parts = asked.path("ciphertext").asText().split(":", -1);
    byte[] all = Base64.getDecoder().decode(parts[2]);
    Cipher cipher = cipher(
        Cipher.DECRYPT_MODE,
        Integer.parseInt(parts[1].substring(1)),
        Arrays.copyOf(all, NONCE),
        asked);
    byte[] opened = cipher.doFinal(all, NONCE, all.length - NONCE);
    return Map.of("plaintext", Base64.getEncoder().encodeToString(opened));
  }

  private Cipher cipher(int mode, int version, byte[] nonce, JsonNode asked)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(versions.get(version - 1), "AES"),
        new GCMParameterSpec(128, nonce));
    cipher.updateAAD(bytes(asked, "associated_data"));
    return cipher;
  }

  private static byte[] bytes(JsonNode asked, String member) {
    return Base64.getDecoder().decode(asked.path(member).asText());
  }

  private void answer(HttpExchange exchange, Act act) throws IOException {
    int status = 200;
    byte[] body;
    try {
      if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("X-Vault-Token"))) {
        status = 403;
        body = "{\"errors\":[\"permission denied\"]}".getBytes(StandardCharsets.UTF_8);
      } else {
        JsonNode asked = json.readTree(exchange.getRequestBody());
        body = json.writeValueAsBytes(Map.of("data", act.apply(asked)));
      }
    } catch (GeneralSecurityException e) {
      status = 400;
      body = "{\"errors\":[\"cipher: message authentication failed\"]}"
          .getBytes(StandardCharsets.UTF_8);
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
