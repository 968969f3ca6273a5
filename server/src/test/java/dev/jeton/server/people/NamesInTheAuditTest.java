package dev.jeton.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.store.Dialect;
import dev.jeton.server.store.Entry;
import dev.jeton.server.store.Store;
import dev.jeton.server.store.Stores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesInTheAuditTest {
  private static final String NAME = "Zacharias";
  private static final String CURRENT = "/api/v1/sessions/current";

  @TempDir
  private Path folder;

  private void everythingHappens(PeopleServer server) {
    Browser one = server.signedIn(NAME, "operator");
    String person = PersonKind.PATH + "/" + NAME;
    one.done("POST", CURRENT + "/prove", "{\"password\":\"" + PeopleServer.PASSWORD + "\"}");
    one.code("POST", CURRENT + "/prove", "{\"password\":\"wrong\"}");
    one.done("PATCH", person, "{\"mail\":\"z@example.com\"}");
    one.done("POST", person + "/unlock", "{}");
    one.done("POST", "/api/v1/apply", apply("z2@example.com"));
    one.code("POST", PersonKind.PATH, "{\"name\":\"not a name\"}");
    server.browser().signIn(NAME, "wrong");
    one.done("POST", "/sign-out", "{}");
    server.operator().done("DELETE", person + "/sessions", "");
    server.operator().done("DELETE", person, "");
  }

  private static String apply(String mail) {
    return "{\"yaml\":\"resources:\\n- kind: person\\n  name: " + NAME + "\\n  mail: " + mail
        + "\\n  roles: [operator]\\n\"}";
  }

  @Test
  void noNameOfSomebodyStandsInWhatCannotBeErased() {
    try (PeopleServer server = new PeopleServer(Stores.database(Dialect.SQLITE, folder))) {
      everythingHappens(server);
      List<AuditRow> all = new ArrayList<>(server.audit.rows);
      all.addAll(server.audit.notes);
      assertThat(all)
          .extracting(AuditRow::event)
          .contains(
              "person-create",
              "person-link",
              "welcome",
              "sign-in",
              "session-prove",
              "person-change",
              "person-unlock",
              "sign-out",
              "session-end",
              "person-delete");
      assertThat(all)
          .allSatisfy(row -> assertThat(row.caller() + row.code() + row.details() + row.route())
              .doesNotContainIgnoringCase(NAME));
      assertThat(all)
          .filteredOn(row -> row.event().startsWith("person-"))
          .filteredOn(row -> row.outcome().equals("done"))
          .allSatisfy(
              row -> assertThat(row.people().byRole()).containsEntry("person", List.of(NAME)));
    }
  }

  @Test
  void whoChangedSomethingStandsInTheStoreWithoutAName() {
    try (PeopleServer server = new PeopleServer(Stores.database(Dialect.SQLITE, folder))) {
      everythingHappens(server);
      assertThat(new Store(server.database()).changedSince(0))
          .extracting(Entry::changedBy)
          .anyMatch(by -> by.startsWith("person:"))
          .noneMatch(by -> by.contains(NAME));
    }
  }
}
