package dev.jeton.server.hub.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.server.admin.Imported;
import dev.jeton.server.admin.Imported.Thing;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.HubKeys;
import dev.jeton.tokens.hub.ApiKey;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyImporterTest {
  private static final Libp2pPrivateKey OWNER = Libp2pPrivateKey.random(new Random(5));
  private static final String KEY = ApiKey.random(new Random(6)).text();
  private static final String OTHER = ApiKey.random(new Random(7)).text();
  private static final String SECRET = "bsecret";

  /** The message: type Ed25519, 32 bytes. */
  private static String owner() {
    byte[] message = new byte[36];
    System.arraycopy(new byte[] {8, 1, 18, 32}, 0, message, 0, 4);
    System.arraycopy(OWNER.publicKey().data(), 0, message, 4, 32);
    return Base64.getEncoder().encodeToString(message);
  }

  private static String stored(String key, String type, String owner) {
    return "{\"_id\":\"" + key + "\",\"secret\":\"" + SECRET + "\",\"owner_id\":" + owner
        + ",\"type\":" + type + ",\"secure\":true,\"valid\":true,"
        + "\"created_at\":{\"$date\":\"2021-03-04T05:06:07.089Z\"}}";
  }

  private static String newer() {
    return "{\"$binary\":{\"base64\":\"" + owner() + "\",\"subType\":\"00\"}}";
  }

  private static Imported read(String source, Consumer<Json> options) {
    return new KeyImporter(new HubKeys()).read(source, Fields.of(Json.object(options)));
  }

  private static List<String> types(String source, Consumer<Json> options) {
    return read(source, options).things().stream()
        .filter(thing -> thing.kind().equals("hub-key"))
        .map(thing -> thing.fields().text("type"))
        .toList();
  }

  @Test
  void whatMongoexportWritesComesWithItsOwner() {
    String older = "{\"$binary\":\"" + owner() + "\",\"$type\":\"00\"}";
    String lines =
        stored(KEY, "1", newer()) + "\n" + stored(OTHER, "{\"$numberInt\":\"0\"}", older) + "\n";
    for (String source : List.of(lines, "[" + lines.strip().replace("}\n{", "},\r\n {") + "]")) {
      List<Thing> things = read(source, json -> {}).things();
      assertThat(things)
          .extracting(Thing::toString)
          .containsExactly(
              "hub-account " + OWNER.publicKey().text(), "hub-key " + KEY, "hub-key " + OTHER);
      Fields key = things.get(1).fields();
      assertThat(key.text("type")).isEqualTo("user-group");
      assertThat(key.text("account")).isEqualTo(OWNER.publicKey().text());
      assertThat(key.text("secret")).isEqualTo(SECRET);
      assertThat(key.truth("secure")).isTrue();
      assertThat(things.get(2).fields().text("type")).isEqualTo("account");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2, '', account user-group",
    "0, 1, '', account user-group",
    "1, 1, stored, user-group user-group",
    "1, 1, listed, account account",
    "'\"ACCOUNT\"', '\"KEY_TYPE_USER\"', '', account user-group",
    "3, 1, '', unknown account",
  })
  void aTypeInNumbersIsReadAsItsShapeHasIt(String one, String two, String said, String types) {
    String source = "{\"list\":[{\"key\":\"" + KEY + "\",\"secret\":\"x\",\"type\":" + one
        + ",\"valid\":true,\"threads\":3,\"secure\":true},{\"key\":\"" + OTHER
        + "\",\"secret\":\"x\",\"type\":" + two + ",\"valid\":true}]}";
    assertThat(types(source, json -> json.put("numbers", said.isEmpty() ? null : said)))
        .containsExactly(types.split(" "));
  }

  @Test
  void onesAloneCanBeEitherSoItAsks() {
    String source = "{\"key\":\"" + KEY + "\",\"secret\":\"" + SECRET + "\",\"type\":1}";
    assertThatThrownBy(() -> read(source, json -> {}))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.problem().detail()).contains("--numbers"));
  }

  @Test
  void keysWithoutAnOwnerGetTheAccountThatIsNamedAndInvalidOnesStayInvalid() {
    Imported read = read(
        "{\"key\":\"" + KEY + "\",\"secret\":\"x\",\"type\":2}",
        json -> json.put("account", "acme"));
    assertThat(read.things().get(0).fields().text("account")).isEqualTo("acme");
    assertThat(read.things().get(0).fields().truth("valid")).isFalse();
    assertThat(read.remarks()).contains("1 keys are invalidated, and stay so");
  }

  @Test
  void anOwnerThatIsNoKeyIsLeft() {
    assertThat(read(stored(KEY, "1", "{\"$binary\":\"AAAA\",\"$type\":\"00\"}"), json -> {})
            .remarks())
        .contains("1 keys have an owner that is no libp2p public key; it was left");
  }

  @Test
  void anotherSourceIsRefusedAndNotRepeated() {
    for (String source : List.of(
        "",
        "[]",
        "{}",
        "{\"list\":[]}",
        "{\"secret\":\"" + SECRET + "\"}",
        stored(KEY, "1", newer()) + "\n{\"key\":\"x\",\"type\":2}",
        "[{\"key\":\"" + SECRET + "\"}],\"x\":1")) {
      assertThatThrownBy(() -> read(source, json -> {}))
          .isInstanceOfSatisfying(
              Refused.class, e -> assertThat(e.problem().detail()).doesNotContain(SECRET));
    }
  }
}
