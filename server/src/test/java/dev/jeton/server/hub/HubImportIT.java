package dev.jeton.server.hub;

import static dev.jeton.server.hub.HubOperator.ISSUERS;
import static dev.jeton.server.hub.HubOperator.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jeton.server.ImportClient;
import dev.jeton.server.RunningServer;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.ApiSecret;
import dev.jeton.tokens.hub.HubToken;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubImportIT {
  private static final Libp2pPrivateKey USER = Libp2pPrivateKey.random(new Random(71));
  private static final Libp2pPrivateKey HOST = Libp2pPrivateKey.random(new SecureRandom());

  @TempDir
  Path folder;

  @Test
  void tokensOfTheOldIssuerCountAndNewOnesNameIt() throws Exception {
    String text = Libp2pPrivateKeys.text(HOST);
    String iss = HOST.publicKey().text();
    String endless = HubToken.hubExact(USER.publicKey(), Instant.now()).signedBy(HOST);
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubClient hub = new HubClient(server);
      ImportClient client = new ImportClient(server, "hub-issuer");
      String own = hub.token(USER).path("token").asText();
      JsonNode plan = client.shown(ipfs(text), Map.of());
      assertThat(ImportClient.acts(plan)).containsExactly("create hub");
      assertThat(plan.path("remarks").toString())
          .contains(iss, "hub-exact", "get them of hub then", "own issuer stays")
          .doesNotContain(text);
      assertThat(hub.token(USER).path("issuer").asText()).isNotEqualTo(iss);

      client.done(text, Map.of());
      JsonNode fresh = hub.token(USER);
      assertThat(claims(fresh.path("token").asText())).contains("\"iss\":\"" + iss + "\"");
      assertThat(isValid(hub, fresh.path("token").asText())).isTrue();
      assertThat(isValid(hub, Libp2pPrivateKeys.token(HOST, USER))).isTrue();
      assertThat(isValid(hub, own)).isTrue();
      assertThat(isValid(hub, endless)).isFalse();

      JsonNode exact = client.done(ipfs(text), Map.of("tokenForm", "hub-exact"));
      assertThat(ImportClient.acts(exact)).containsExactly("change hub");
      assertThat(isValid(hub, endless)).isTrue();
      assertThat(ImportClient.acts(client.done(message(text), Map.of())))
          .containsExactly("unchanged hub");
      assertThat(new HubOperator(server).get(ISSUERS + "/hub").path("default").asBoolean())
          .isTrue();
      client.assertKeptToItself(text, message(text));
    }
  }

  @Test
  void keysComeWithTheirOwnersAndStayWhatTheyAre() throws Exception {
    String key = ApiKey.random(new Random(72)).text();
    String old = ApiKey.random(new Random(73)).text();
    String secret = text(ApiSecret.random(new SecureRandom()).text());
    String source =
        "{\"_id\":\"%s\",\"secret\":\"%s\",\"owner_id\":{\"$binary\":{\"base64\":\"%s\","
            + "\"subType\":\"00\"}},\"type\":%d,\"secure\":true,\"valid\":%s}\n";
    String owner = Base64.getEncoder().encodeToString(owner());
    String lines = source.formatted(key, secret, owner, 1, "true")
        + source.formatted(
            old, text(ApiSecret.random(new SecureRandom()).text()), owner, 0, "false");
    try (RunningServer server = RunningServer.start(folder, Map.of())) {
      HubOperator operator = new HubOperator(server);
      ImportClient client = new ImportClient(server, "hub-keys");
      String account = USER.publicKey().text();
      assertThat(ImportClient.acts(client.done(lines, Map.of())))
          .containsExactly("create " + account, "create " + key, "create " + old);
      JsonNode stored = operator.get(KEYS + "/" + key);
      assertThat(stored.path("type").asText()).isEqualTo("user-group");
      assertThat(stored.path("accountName").asText()).isEqualTo(account);
      assertThat(operator.get(KEYS + "/" + old).path("valid").asBoolean()).isFalse();

      operator.patch(HubOperator.ACCOUNTS + "/" + account, "{'name':'acme'}");
      operator.patch(KEYS + "/" + key, "{'name':'chat app'}");
      assertThat(ImportClient.acts(client.done(lines, Map.of())))
          .containsExactly("unchanged acme", "unchanged chat app", "unchanged " + old);
      client.assertKeptToItself(secret);
    }
  }

  private static String ipfs(String text) {
    return "{\"Identity\":{\"PeerID\":\"12D3\",\"PrivKey\":\"" + message(text) + "\"}}";
  }

  /** The key message in Base64, as IPFS keeps it. */
  private static String message(String text) {
    return Base64.getEncoder().encodeToString(base32(text.substring(1)));
  }

  private static byte[] base32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      buffer = buffer << 5 | "abcdefghijklmnopqrstuvwxyz234567".indexOf(text.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
        buffer &= (1 << bits) - 1;
      }
    }
    return bytes;
  }

  private static byte[] owner() {
    return base32(USER.publicKey().text().substring(1));
  }

  private static String text(Secret secret) {
    return new String(secret.reveal(SecretAccess.forCryptography()), StandardCharsets.US_ASCII);
  }

  private static String claims(String token) {
    return new String(
        Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
  }

  private static boolean isValid(HubClient hub, String token) {
    return hub.verify(token, ",\"lenient\":true").path("valid").asBoolean();
  }
}
