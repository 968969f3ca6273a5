package dev.jeton.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SectionReading;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSectionTest {
  @TempDir
  Path folder;

  private Map<String, String> rows(int rows) {
    return Map.of("JETON_AUDIT_QUEUE_ROWS", Integer.toString(rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 1001})
  void theQueueTakesAnyRequestWhole(int rows) {
    AuditSettings read = SectionReading.read(new AuditSection(), folder, rows(rows));
    assertThat(read.queueRows()).isEqualTo(rows);
  }

  @Test
  void aQueueThatOneRequestCouldOverflowIsRefused() {
    List<String> faults = SectionReading.faults(new AuditSection(), folder, rows(999));
    assertThat(faults).singleElement().asString().contains("queue-rows", "1000");
  }
}
