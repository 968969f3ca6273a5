package dev.jeton.server.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.jeton.server.audit.chain.Erased;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What of a row is searched, taken out of its line.
 *
 * @param identities project, realm, key and so on, whatever they are called
 * @param people hashes
 * @param erased the hash of the person whom the row tells to be erased
 */
record RowFacts(
    long atMillis,
    String event,
    String outcome,
    @Nullable String code,
    String caller,
    @Nullable String platform,
    String request,
    Set<String> identities,
    Set<String> people,
    @Nullable String erased) {
  private static final JsonFactory JSON = new JsonFactory();

  /** The details that name what a row is about. Free texts are not among them. */
  private static final Set<String> IDENTITIES = Set.of(
      "project", "appId", "realm", "credential", "key", "issuer", "pool", "api", "id", "name");

  /** Reads a line of the chain; what it lacks is empty. */
  static RowFacts of(String line) {
    Map<String, String> members = new HashMap<>();
    Map<String, String> details = new HashMap<>();
    Set<String> people = new TreeSet<>();
    try (JsonParser in = JSON.createParser(line)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        if (in.nextToken() != JsonToken.START_OBJECT) {
          members.put(name, in.getText());
        } else if (name.equals("details")) {
          object(in, details);
        } else {
          Map<String, String> byRole = new HashMap<>();
          object(in, byRole);
          if (name.equals("people")) {
            byRole.values().forEach(hashes -> people.addAll(List.of(hashes.split(" ", -1))));
          }
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      // It is no row as ours are: what was read up to here is all there is to find it by.
    }
    Set<String> identities = new TreeSet<>();
    IDENTITIES.stream()
        .filter(details::containsKey)
        .forEach(name -> identities.add(Word.of(String.valueOf(details.get(name)))));
    String event = word(members, "event");
    return new RowFacts(
        millis(members.get("at")),
        event,
        word(members, "outcome"),
        members.containsKey("code") ? word(members, "code") : null,
        word(members, "caller"),
        members.containsKey("platform") ? word(members, "platform") : null,
        word(members, "request"),
        identities,
        people,
        event.equals(Erased.EVENT) ? details.get("person") : null);
  }

  private static void object(JsonParser in, Map<String, String> members) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, in.getText());
    }
  }

  private static String word(Map<String, String> members, String name) {
    return Word.of(members.getOrDefault(name, ""));
  }

  private static long millis(@Nullable String at) {
    try {
      return at == null ? 0 : Instant.parse(at).toEpochMilli();
    } catch (DateTimeException e) {
      return 0;
    }
  }
}
