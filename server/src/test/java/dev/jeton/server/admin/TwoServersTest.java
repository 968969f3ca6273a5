package dev.jeton.server.admin;

import static dev.jeton.server.admin.AdminServer.code;
import static dev.jeton.server.admin.AdminServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.admin.LampKind.Lamp;
import dev.jeton.server.store.Database;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import dev.jeton.server.vault.KeyRotation;
import dev.jeton.server.vault.VaultSettings;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one database, of which neither is told what the other does. */
class TwoServersTest {
  private static final String DESK = LampKind.PATH + "/desk";

  @TempDir
  Path folder;

  private AdminServer server(Database database, String key, int seed) {
    VaultSettings settings = new VaultSettings.InFile(folder.resolve(key), false);
    return new AdminServer(new LampKind(), database, settings, new Random(seed));
  }

  private static List<String> defaults(AdminServer server) {
    return server.lamps.held.stream()
        .filter(lamp -> lamp.spec().isDefault())
        .map(lamp -> lamp.spec().name())
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void onlyOneIsTheDefaultWhoeverMarksIt(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      AdminServer one = server(database, "one.key", 1);
      AdminServer other = server(database, "one.key", 2);
      one.create("{\"name\":\"desk\",\"default\":true}");
      assertThat(other.create("{\"name\":\"floor\",\"default\":true}").statusCode())
          .isEqualTo(201);
      assertThat(one.snapshot.compare()).isTrue();
      assertThat(other.snapshot.compare()).isTrue();
      assertThat(defaults(one)).containsExactly("floor");
      assertThat(defaults(other)).containsExactly("floor");
      one.stop();
      other.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatTheOtherUsesIsNotDeletedAndWhatItMadeIsFound(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      AdminServer one = server(database, "one.key", 1);
      AdminServer other = server(database, "one.key", 2);
      one.create("{\"name\":\"desk\"}");
      assertThat(other.send("PATCH", DESK, "{\"colour\":\"blue\"}").statusCode())
          .isEqualTo(200);
      other.create("{\"name\":\"floor\",\"colour\":\"as desk\"}");
      HttpResponse<String> used = one.send("DELETE", DESK, "");
      assertThat(code(used)).isEqualTo("409 in-use");
      assertThat(json(used).text("detail")).contains("lamp floor");
      other.send("DELETE", LampKind.PATH + "/floor", "");
      assertThat(one.send("DELETE", DESK, "").statusCode()).isEqualTo(204);
      one.stop();
      other.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aServerWithoutTheNewMasterKeyTakesUpWhatItMissedWhenTheKeyIsThere(Dialect dialect)
      throws Exception {
    try (Database database = Stores.database(dialect, folder)) {
      AdminServer one = server(database, "one.key", 1);
      String made =
          json(one.create("{\"name\":\"desk\",\"code\":\"first-code\"}")).text("id");
      Files.copy(
          folder.resolve("one.key"),
          folder.resolve("other.key"),
          StandardCopyOption.COPY_ATTRIBUTES);
      AdminServer other = server(database, "other.key", 2);
      String first = key(other);
      new KeyRotation(one.vault).rotate();
      one.send("POST", DESK + "/rotate", "{\"code\":\"second-code\"}");
      one.send("POST", DESK + "/codes/" + first + "/revoke", "{}");

      assertThat(other.snapshot.compare()).isTrue();
      // The revoked one does not count any more, and the new one cannot be opened.
      assertThat(texts(other)).isEmpty();
      assertThat(other.get(DESK).body()).contains("cannot be opened with the master keys");
      other.administration.run();
      assertThat(texts(other)).isEmpty();
      assertThat(other.administration.acts().unread()).isEqualTo(1);
      assertThat(json(other.send("PATCH", DESK, "{\"colour\":\"blue\"}")).text("id"))
          .isEqualTo(made);
      assertThat(one.snapshot.compare()).isTrue();
      assertThat(texts(one)).containsExactly("second-code");

      Files.copy(
          folder.resolve("one.key"),
          folder.resolve("other.key"),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.COPY_ATTRIBUTES);
      new KeyRotation(other.vault).reload();
      other.administration.run();
      assertThat(texts(other)).containsExactly("second-code");
      assertThat(other.administration.acts().unread()).isZero();
      one.stop();
      other.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aKeyThatNobodyCanOpenIsRevokedWithoutOpeningIt(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      AdminServer one = server(database, "one.key", 1);
      one.create("{\"name\":\"desk\"}");
      one.stop();
      database.write(handle -> handle.execute("UPDATE secrets SET blob = ?", new byte[] {1}));
      AdminServer again = server(database, "one.key", 2);
      assertThat(again.get(DESK).body()).contains("cannot be opened");
      HttpResponse<String> revoked =
          again.send("POST", DESK + "/codes/" + key(again) + "/revoke", "{}");
      assertThat(revoked.statusCode()).isEqualTo(200);
      assertThat(again.administration.acts().unread()).isZero();
      assertThat(again.send("DELETE", DESK, "").statusCode()).isEqualTo(204);
      again.stop();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whatANewerServerWroteIsRefusedAndHoldsUpNothingElse(Dialect dialect) {
    try (Database database = Stores.database(dialect, folder)) {
      AdminServer one = server(database, "one.key", 1);
      one.create("{\"name\":\"desk\"}");
      one.stop();
      database.write(handle ->
          handle.execute("UPDATE entries SET document = '{\"spec\":{\"newer\":1},\"keys\":[]}'"));
      AdminServer again = server(database, "one.key", 2);
      assertThat(again.administration.acts().unread()).isEqualTo(1);
      assertThat(again.lamps.unread).isEqualTo(1);
      assertThat(code(again.get(DESK))).isEqualTo("404 not-found");
      assertThat(again.create("{\"name\":\"floor\"}").statusCode()).isEqualTo(201);
      again.stop();
    }
  }

  private static String key(AdminServer server) {
    return server.lamps.held.get(0).versions().all().get(0).id();
  }

  private static List<String> texts(AdminServer server) {
    Stored<Lamp> lamp = server.lamps.held.get(0);
    return lamp.verifying(server.now).stream().map(Shown::text).toList();
  }
}
