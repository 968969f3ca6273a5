package dev.jeton.server.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jeton.server.settings.SettingsReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Djeton.write-reference=true} the test writes the reference instead. */
class SettingsReferenceTest {
  private static final Path REFERENCE = Path.of("..", "docs", "settings.md");

  @Test
  void theReferenceOfAllSettingsIsTheOneThatTheSectionsMake() throws IOException {
    String made = SettingsReference.markdown(Serve.sections());
    if (Boolean.getBoolean("jeton.write-reference")) {
      Files.writeString(REFERENCE, made);
    }
    assertThat(Files.readString(REFERENCE)).isEqualTo(made);
  }
}
