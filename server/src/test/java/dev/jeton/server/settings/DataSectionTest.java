package dev.jeton.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSectionTest {
  @TempDir
  Path folder;

  @Test
  void theDefaultLiesInTheWorkingFolder() {
    assertThat(SectionReading.read(new DataSection(), folder, Map.of()))
        .isEqualTo(new DataSettings(folder.resolve("data")));
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(SectionReading.read(new DataSection(), folder, Map.of("JETON_DATA", "/srv/jeton")))
        .isEqualTo(new DataSettings(Path.of("/srv/jeton")));
  }
}
