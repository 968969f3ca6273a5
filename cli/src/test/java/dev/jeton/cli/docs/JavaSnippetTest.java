package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSnippetTest {

  private final Path folder;

  JavaSnippetTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void importsAndStatementsCompile() {
    Fence fence = java("import java.util.List;\n\nList<String> names = List.of();");

    assertThatCode(() -> JavaSnippet.compile(fence, folder)).doesNotThrowAnyException();
  }

  @Test
  void aMistakeIsToldWithItsPlace() {
    assertThatThrownBy(() -> JavaSnippet.compile(java("int a = \"b\";"), folder))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a.md, line 1 does not compile");
  }

  private static Fence java(String text) {
    return new Fence("a.md", 1, "java", text, Map.of());
  }
}
