package dev.jeton.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code docs/adding-a-platform.md} says about the places outside of a platform's rooms. */
class AddingAPlatformTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PLACE = Pattern.compile("`([a-zA-Z/.-]+/[a-zA-Z/.-]+|[A-Z]+\\.md)`");
  private static final Set<String> PASSED_BY =
      Set.of("target", "node_modules", "data", "dist", "adr");

  @ParameterizedTest
  @ValueSource(strings = {"kandy", "hub", "sunbird"})
  void aPlatformStandsInItsRoomsAndInThePlacesThatThePageNames(String platform) throws IOException {
    Set<String> named = new TreeSet<>();
    String page = Files.readString(ROOT.resolve("docs/adding-a-platform.md"));
    Matcher places = PLACE.matcher(page);
    while (places.find()) {
      named.add(places.group(1).replaceAll("\\bname(?=[.-])", platform));
    }
    named.add("docs/adding-a-platform.md");
    named.add("cli/src/test/java/dev/jeton/cli/docs/AddingAPlatformTest.java");

    Set<String> found = outsideOfItsRooms(platform);
    assertThat(found).isNotEmpty();
    assertThat(named).containsAll(found);
  }

  /** As a word of its own or the beginning of one, so that GitHub is no platform. */
  private static Pattern mention(String platform) {
    String capitalised = platform.substring(0, 1).toUpperCase(Locale.ROOT) + platform.substring(1);
    return Pattern.compile("(?<![A-Za-z])(?i:" + platform + ")(?![a-z])|" + capitalised + "[A-Z]");
  }

  private static Set<String> outsideOfItsRooms(String platform) throws IOException {
    Pattern mention = mention(platform);
    Set<String> found = new TreeSet<>();
    Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        String name = String.valueOf(folder.getFileName());
        boolean passedBy = !folder.equals(ROOT)
            && (name.startsWith(".") || PASSED_BY.contains(name) || name.equals(platform));
        return passedBy ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        if (file.getFileName().toString().equals(".git")) {
          return FileVisitResult.CONTINUE;
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        if (mention.matcher(text).find()) {
          found.add(ROOT.relativize(file).toString().replace('\\', '/'));
        }
        return FileVisitResult.CONTINUE;
      }
    });
    return found;
  }
}
