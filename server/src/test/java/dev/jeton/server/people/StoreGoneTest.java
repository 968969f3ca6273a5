package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Stores;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people can do while the database does not answer. */
class StoreGoneTest {
  private static final String CURRENT = "/api/v1/sessions/current";
  private static final String PROOF = "{\"password\":\"" + PeopleServer.PASSWORD + "\"}";

  @TempDir
  private Path folder;

  /** A constraint that is checked at the very end stands for a connection that breaks there. */
  private void whileGone(PeopleServer server, Consumer<PeopleServer> act) {
    server
        .database()
        .write(
            handle -> handle.execute(
                "CREATE OR REPLACE FUNCTION fail() RETURNS trigger"
                    + " LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'gone' USING ERRCODE = '57P01'; END $$"));
    server
        .database()
        .write(handle -> handle.execute("CREATE CONSTRAINT TRIGGER late AFTER INSERT OR UPDATE ON"
            + " entries DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail()"));
    act.accept(server);
    server.database().write(handle -> handle.execute("DROP TRIGGER late ON entries"));
  }

  @Test
  void whoSignsOutIsOutHereAtOnceAndEverywhereWhenTheStoreIsBack() {
    try (PeopleServer server = new PeopleServer(Stores.database(Dialect.POSTGRESQL, folder))) {
      Browser alice = server.signedIn("alice", "auditor");
      whileGone(server, gone -> {
        HttpResponse<String> answer = alice.post("/sign-out", "{}");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
        assertThat(server.audit.notes)
            .anyMatch(
                row -> row.event().equals("sign-out") && "store-unavailable".equals(row.code()));
        assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      });
      PeopleServer other = new PeopleServer(server.database());
      server.upkeep.run();
      assertThat(other.snapshot.refresh()).isTrue();
      assertThat(alice.at(other).code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      assertThat(server.snapshot.refresh()).isTrue();
      assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
      other.stop();
    }
  }

  @Test
  void sessionsGoOnAndWhatMustBeWrittenIsRefused() {
    try (PeopleServer server = new PeopleServer(Stores.database(Dialect.POSTGRESQL, folder))) {
      Browser alice = server.signedIn("alice", "auditor");
      whileGone(server, gone -> {
        server.now = server.now.plusSeconds(1);
        assertThat(alice.code("GET", CURRENT, "")).isEqualTo("200");
        assertThat(alice.code("POST", CURRENT + "/prove", PROOF))
            .isEqualTo("503 store-unavailable");
        assertThat(Browser.code(server.browser().signIn("alice", PeopleServer.PASSWORD)))
            .isEqualTo("503 store-unavailable");
        assertThat(Browser.code(server.browser().signIn("nobody", PeopleServer.PASSWORD)))
            .isEqualTo("401 wrong-sign-in");
      });
      alice.done("POST", CURRENT + "/prove", PROOF);
    }
  }
}
