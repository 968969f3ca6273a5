package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.store.KeptRequests.Found;
import dev.jeton.server.store.KeptRequests.Place;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeptRequestsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant SOON = NOW.plusSeconds(30);
  private static final Instant END = NOW.plusSeconds(86_400);
  private static final Place PLACE = new Place("ann", "/mint k");

  @TempDir
  Path folder;

  private static SealedSecret sealed(int content) {
    return new SealedSecret(new byte[] {(byte) content}, "dk");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void oneAttemptTakesThePlaceAndSettlesIt(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      KeptRequests requests = new KeptRequests(database);
      assertThat(requests.begin(PLACE, "one", sealed(1), NOW, SOON)).isTrue();
      assertThat(requests.begin(PLACE, "two", sealed(2), NOW, SOON)).isFalse();
      assertThat(requests.find(PLACE, NOW)).contains(new Found(false, sealed(1)));
      assertThat(requests.settle(PLACE, "two", sealed(2), END)).isFalse();
      assertThat(requests.settle(PLACE, "one", sealed(3), END)).isTrue();
      requests.forget(PLACE, "one");
      assertThat(requests.find(PLACE, END.minusMillis(1))).contains(new Found(true, sealed(3)));
      assertThat(requests.find(PLACE, END)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void anAttemptThatTookTooLongLosesItsPlaceToTheNext(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      KeptRequests requests = new KeptRequests(database);
      requests.begin(PLACE, "one", sealed(1), NOW, SOON);
      assertThat(requests.begin(PLACE, "two", sealed(2), SOON, END)).isTrue();
      assertThat(requests.settle(PLACE, "one", sealed(1), END)).isFalse();
      requests.forget(PLACE, "one");
      assertThat(requests.settle(PLACE, "two", sealed(2), END)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void aPlaceThatWasGivenUpIsFree(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      KeptRequests requests = new KeptRequests(database);
      requests.begin(PLACE, "one", sealed(1), NOW, SOON);
      requests.forget(PLACE, "one");
      assertThat(requests.find(PLACE, NOW)).isEqualTo(Optional.empty());
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void placesAreCountedByCallerAndUpToSoMany(Dialect dialect) {
    try (Database database = Stores.withDataKeys(Stores.database(dialect, folder), "dk")) {
      KeptRequests requests = new KeptRequests(database);
      for (String key : new String[] {"a", "b", "c"}) {
        requests.begin(new Place("ann", key), "one", sealed(1), NOW, END);
      }
      requests.begin(new Place("bob", "a"), "one", sealed(1), NOW, END);
      assertThat(requests.count("ann", 10)).isEqualTo(3);
      assertThat(requests.count("ann", 2)).isEqualTo(2);
      assertThat(requests.count("cid", 2)).isZero();
      assertThat(requests.countAll(10)).isEqualTo(4);
    }
  }
}
