package dev.jeton.server.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jeton.server.audit.chain.ChainSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows about a person in the data folder of a server, with the names that it knows. */
public final class PersonRows {
  private PersonRows() {}

  public static List<String> in(Path data, String person) throws IOException {
    byte[] key = Files.readString(data.resolve("audit.key")).strip().getBytes(UTF_8);
    List<String> rows = new ArrayList<>();
    ChainSearch.person(data.resolve("audit"), key, person).search(rows::add);
    return rows;
  }
}
