package dev.jeton.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescriptionFilesTest {
  private static final Map<String, String> FILES =
      Map.of("openapi.yaml", "whole", "openapi/a.yaml", "a", "openapi/b.yaml", "b");

  @TempDir
  private Path folder;

  @Test
  void everyRoomsFileIsFoundInAFolder() throws IOException {
    Path base = folder.resolve("a place/META-INF");
    Files.createDirectories(base.resolve("openapi"));
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Files.writeString(base.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(base.resolve("openapi/notes.txt"), "no part of it");
    assertThat(DescriptionFiles.read(base.resolve("openapi.yaml").toUri().toURL()))
        .isEqualTo(FILES);
  }

  @Test
  void everyRoomsFileIsFoundInAJar() throws IOException {
    Path jar = folder.resolve("a place.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        out.putNextEntry(new JarEntry("META-INF/" + file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    URL base = URI.create("jar:" + jar.toUri() + "!/META-INF/openapi.yaml").toURL();
    assertThat(DescriptionFiles.read(base)).isEqualTo(FILES);
    assertThat(DescriptionFiles.read(base)).as("again").isEqualTo(FILES);
  }

  @Test
  void thoseOfTheProgramAreFound() {
    assertThat(DescriptionFiles.read()).containsKeys("openapi.yaml", "openapi/http.yaml");
  }
}
