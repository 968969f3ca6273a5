package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Does what README and docs tell people to do. */
class DocsIT {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private final Path scratch;
  private final List<Walk> walks = new ArrayList<>();

  DocsIT(@TempDir Path scratch) {
    this.scratch = scratch;
  }

  @TestFactory
  Stream<DynamicNode> everyBlockOfThePagesWorks() throws IOException {
    List<Path> pages;
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      pages = Stream.concat(
              Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(ROOT::resolve),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
    assertThat(pages).hasSizeGreaterThan(3);
    return pages.stream().map(this::page);
  }

  private DynamicNode page(Path file) {
    try {
      String name = ROOT.relativize(file).toString();
      Page page = Page.parse(name, Files.readString(file));
      Path folder = Files.createDirectories(scratch.resolve(name));
      Walk walk = new Walk(Console.in(folder, ROOT.resolve("jeton")));
      walks.add(walk);
      return DynamicContainer.dynamicContainer(
          name, Step.of(page).stream().map(step -> test(walk, step)));
    } catch (IllegalArgumentException e) {
      // One page with a mistake in its marks leaves the others to be run.
      return DynamicTest.dynamicTest(file.toString(), () -> {
        throw e;
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DynamicTest test(Walk walk, Step step) {
    String title = step.fence().place();
    return DynamicTest.dynamicTest(title, () -> {
      if (step instanceof Step.ShowOnly shown) {
        assumeTrue(false, title + " is only shown: " + shown.reason());
      }
      if (step.fence().language().equals("js")) {
        assumeTrue(Console.hasNode(), "node is not installed; ./jeton test --install installs it");
      }
      walk.take(step);
    });
  }

  @AfterEach
  void stopServers() {
    walks.forEach(Walk::close);
  }
}
