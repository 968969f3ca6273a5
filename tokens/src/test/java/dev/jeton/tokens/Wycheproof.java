package dev.jeton.tokens;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file of attack vectors by C2SP/wycheproof, and the count of what came of them. The files are not
 * part of the project: they lie beside the checkout, or where {@code -Dwycheproof=DIR} says.
 */
public final class Wycheproof {
  private static final Path FOLDER =
      Path.of(System.getProperty("wycheproof", "../../shared/wycheproof"));

  private final String name;
  private final JsonNode root;
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int accepted;
  private int refused;

  private Wycheproof(String name, JsonNode root) {
    this.name = name;
    this.root = root;
  }

  /** The file; without it the test counts as skipped. */
  public static Wycheproof file(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        () -> "skipped: there is no " + file + "; get testvectors_v1 of C2SP/wycheproof and say"
            + " where with -Dwycheproof=DIR");
    return new Wycheproof(name, new ObjectMapper().readTree(file.toFile()));
  }

  public Iterable<JsonNode> groups() {
    return root.get("testGroups");
  }

  /** Counts a test, and keeps it as a fault when the file says otherwise. */
  public void count(JsonNode test, boolean isAccepted) {
    boolean isValid = test.get("result").asText().equals("valid");
    if (isValid != isAccepted) {
      faults.add((isAccepted ? "accepted " : "refused ") + test.get("tcId") + " "
          + test.get("comment").asText());
    } else if (isAccepted) {
      accepted++;
    } else {
      refused++;
    }
  }

  public void skip(String reason) {
    skipped.merge(reason, 1, Integer::sum);
  }

  /** Says in one line what came of the file. */
  public String report() {
    int all = skipped.values().stream().mapToInt(Integer::intValue).sum();
    String line = name + ": accepted valid " + accepted + ", refused invalid " + refused
        + ", skipped " + all + (skipped.isEmpty() ? "" : " " + skipped)
        + (faults.isEmpty() ? "" : ", WRONG " + faults);
    System.out.println("figures: Wycheproof " + line);
    return line;
  }
}
