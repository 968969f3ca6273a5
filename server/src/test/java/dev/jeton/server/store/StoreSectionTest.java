package dev.jeton.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreSectionTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {"user=ann", "password=p4ss", "sslmode=require&sslpassword=p4ss", "User=a"})
  void credentialsInTheAddressAreRefusedAndNotShown(String query) {
    List<String> faults = SectionReading.faults(
        new StoreSection(),
        folder,
        Map.of("JETON_DB_URL", "jdbc:postgresql://db.example.com/jeton?" + query));
    assertThat(faults).anyMatch(line -> line.contains("store.url"));
    assertThat(faults).noneMatch(line -> line.contains("p4ss"));
  }
}
