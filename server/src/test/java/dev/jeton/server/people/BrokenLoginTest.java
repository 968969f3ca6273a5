package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Content;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.SealedSecret;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import dev.jeton.server.store.Words;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins that somebody damaged, or that a newer server wrote. */
class BrokenLoginTest {
  private static final String CURRENT = "/api/v1/sessions/current";

  @TempDir
  private Path folder;

  private PeopleServer server;
  private Browser alice;

  @BeforeEach
  void start() {
    server = new PeopleServer(Stores.database(Dialect.SQLITE, folder));
    alice = server.signedIn("alice", "auditor");
    server.make("bob", "auditor");
    server.audit.notes.clear();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void damage(Function<Entry, Content> how) {
    String id = alice.done("GET", CURRENT, "").text("person");
    new Store(server.database()).write(writing -> {
      Entry entry = writing.find(Logins.id(id)).orElseThrow();
      return writing.change(entry, how.apply(entry), "somebody", server.now);
    });
    assertThat(server.snapshot.refresh()).isTrue();
  }

  private static Content withWrongTime(Entry entry) {
    return new Content(
        entry.document().replace("\"beganAt\":\"2026-", "\"beganAt\":\"once upon a time in 2026-"),
        Words.NONE,
        entry.secrets());
  }

  private static Content withOtherBlob(Entry entry) {
    SealedSecret sealed = Objects.requireNonNull(entry.secrets().get(LoginForm.PASSWORD));
    byte[] blob = sealed.blob().clone();
    blob[blob.length - 1] ^= 1;
    return new Content(
        entry.document(),
        Words.NONE,
        Map.of(LoginForm.PASSWORD, new SealedSecret(blob, sealed.dataKey())));
  }

  @Test
  void whoeversLoginCannotBeReadHasNoSessionAndNoPasswordAndOthersGoOn() {
    damage(BrokenLoginTest::withWrongTime);
    assertThat(alice.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
    assertThat(Browser.code(server.browser().signIn("alice", PeopleServer.PASSWORD)))
        .isEqualTo("401 wrong-sign-in");
    Browser bob = server.browser();
    bob.signIn("bob", PeopleServer.PASSWORD);
    assertThat(bob.code("POST", "/sign-out", "{}")).isEqualTo("204");
    assertThat(bob.code("GET", CURRENT, "")).isEqualTo("401 session-ended");
  }

  @Test
  void aNewLinkMendsIt() {
    damage(BrokenLoginTest::withWrongTime);
    String link =
        server.operator().done("POST", PersonKind.PATH + "/alice/link", "{}").text("link");
    server.browser().done("POST", "/welcome", PeopleServer.welcome(link, PeopleServer.PASSWORD));
    assertThat(server.browser().signIn("alice", PeopleServer.PASSWORD).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPasswordThatCannotBeOpenedIsAnsweredAsAnUnknownName() {
    damage(BrokenLoginTest::withOtherBlob);
    assertThat(Browser.code(server.browser().signIn("alice", PeopleServer.PASSWORD)))
        .isEqualTo("401 wrong-sign-in");
    assertThat(server.audit.notes)
        .extracting(AuditRow::code)
        .containsExactly("PASSWORD_UNREADABLE");
  }
}
