package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.backup.Backups;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a backup that is put back does to how people sign in. */
class RestoredLoginsTest {
  private static final String CURRENT = "/api/v1/sessions/current";
  private static final String OTHER = "other words than before";

  @TempDir
  private Path folder;

  private void restoring(
      Dialect dialect,
      Consumer<PeopleServer> before,
      Consumer<PeopleServer> later,
      Consumer<PeopleServer> after)
      throws Exception {
    try (PeopleServer server = new PeopleServer(Stores.database(dialect, folder))) {
      before.accept(server);
      Path file = Backups.made(server.database(), folder);
      later.accept(server);
      Backups.restored(file, server.database(), folder);
      PeopleServer restored = new PeopleServer(server.database());
      after.accept(restored);
      restored.upkeep.run();
      restored.stop();
    }
  }

  private static int signIn(PeopleServer server, String password) {
    return server.browser().signIn("alice", password).statusCode();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void noSessionOfABackupCountsAgainAndNoLink(Dialect dialect) throws Exception {
    Browser[] alice = new Browser[1];
    String[] link = new String[1];
    restoring(
        dialect,
        server -> {
          alice[0] = server.signedIn("alice", "auditor");
          link[0] = server
              .operator()
              .done("POST", PersonKind.PATH + "/alice/link", "{}")
              .text("link");
        },
        server -> {},
        server -> {
          assertThat(alice[0].at(server).code("GET", CURRENT, "")).isEqualTo("401 session-ended");
          assertThat(
                  server.browser().code("POST", "/welcome", PeopleServer.welcome(link[0], OTHER)))
              .isEqualTo("401 link-ended");
          assertThat(signIn(server, PeopleServer.PASSWORD)).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPasswordThatWasChangedSinceStaysChanged(Dialect dialect) throws Exception {
    restoring(
        dialect,
        server -> server.make("alice", "auditor"),
        server -> {
          Browser alice = server.browser();
          alice.signIn("alice", PeopleServer.PASSWORD);
          alice.done(
              "POST",
              CURRENT + "/password",
              "{\"password\":\"" + PeopleServer.PASSWORD + "\",\"newPassword\":\"" + OTHER + "\"}");
        },
        server -> {
          assertThat(signIn(server, PeopleServer.PASSWORD)).isEqualTo(401);
          assertThat(signIn(server, OTHER)).isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoHadNoPasswordYetKeepsTheOneChosenSince(Dialect dialect) throws Exception {
    restoring(
        dialect,
        server ->
            server.operator().done("POST", PersonKind.PATH, "{\"name\":\"alice\",\"roles\":[]}"),
        server -> {
          String link = server
              .operator()
              .done("POST", PersonKind.PATH + "/alice/link", "{}")
              .text("link");
          server.browser().done("POST", "/welcome", PeopleServer.welcome(link, OTHER));
        },
        server -> {
          assertThat(signIn(server, OTHER)).isEqualTo(200);
          server.operator().done("POST", PersonKind.PATH + "/alice/link", "{}");
        });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoWasMadeSinceIsGoneAndSoIsTheLogin(Dialect dialect) throws Exception {
    restoring(dialect, server -> {}, server -> server.make("alice", "auditor"), server -> {
      assertThat(signIn(server, PeopleServer.PASSWORD)).isEqualTo(401);
      server.upkeep.run();
      assertThat(server.snapshot.refresh()).isTrue();
      assertThat(server.logins.people()).isEmpty();
    });
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void whoWasSwitchedOffSinceStaysSo(Dialect dialect) throws Exception {
    restoring(
        dialect,
        server -> server.make("alice", "auditor"),
        server ->
            server.operator().done("PATCH", PersonKind.PATH + "/alice", "{\"enabled\":false}"),
        server -> {
          assertThat(signIn(server, PeopleServer.PASSWORD)).isEqualTo(401);
          assertThat(
                  server.operator().done("GET", PersonKind.PATH + "/alice", "").truth("enabled"))
              .isFalse();
        });
  }
}
