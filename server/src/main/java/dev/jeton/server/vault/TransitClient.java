package dev.jeton.server.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jeton.server.vault.VaultFault.Why;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;

/** Asks the Transit engine; the JDK's trust store says which servers are believed. */
final class TransitClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int WRONG = 400;
  private static final int FORBIDDEN = 403;

  private final URI address;
  private final Secret token;
  private final HttpClient client;

  TransitClient(VaultSettings.Transit settings) {
    this.address = settings.url();
    this.token = settings.token();
    this.client = HttpClient.newBuilder()
        .connectTimeout(CONNECTING)
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  /** Posts and gives one member of what came back. */
  String ask(String path, Map<String, String> asked, String member)
      throws GeneralSecurityException {
    HttpResponse<byte[]> response = send(path, asked);
    if (response.statusCode() == WRONG) {
      throw new GeneralSecurityException("the KMS refuses what it was given");
    }
    if (response.statusCode() == FORBIDDEN) {
      throw unavailable("refuses vault.transit-token for " + path + "; give one that may do that");
    }
    if (response.statusCode() != OK) {
      throw unavailable("answers with status " + response.statusCode() + "; look at it there");
    }
    try {
      JsonNode found = JSON.readTree(response.body()).path("data").path(member);
      if (found.isTextual()) {
        return found.textValue();
      }
    } catch (IOException e) {
      // Told below: its words may hold what was sent.
    }
    throw unavailable("answers with something else than a " + member
        + "; name the address of an OpenBao or Vault in vault.transit-url");
  }

  private HttpResponse<byte[]> send(String path, Map<String, String> asked) {
    try {
      HttpRequest request = HttpRequest.newBuilder(
              URI.create(address.toString().replaceFirst("/+$", "") + "/v1/" + path))
          .timeout(ANSWERING)
          .header("X-Vault-Request", "true")
          .header(
              "X-Vault-Token",
              new String(token.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII))
          .header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(asked)))
          .build();
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw unavailable("does not answer; start it, or correct vault.transit-url");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("was not waited for");
    }
  }

  private VaultFault unavailable(String how) {
    return new VaultFault(
        Why.MASTER_KEY_UNAVAILABLE, "the KMS at " + address.getAuthority() + " " + how);
  }
}
