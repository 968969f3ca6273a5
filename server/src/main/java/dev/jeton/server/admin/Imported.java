package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a source has.
 *
 * @param things in an order in which those that name others come after them
 * @param remarks what of the source has no place here, and what somebody has to know, a sentence each
 */
public record Imported(List<Thing> things, List<String> remarks) {
  public Imported {
    things = List.copyOf(things);
    remarks = List.copyOf(remarks);
  }

  /**
   * Something to be created here.
   *
   * @param kind the word of its kind
   * @param name what people know it by, for messages
   * @param fields its members, as {@code apply} takes them, its secret among them
   */
  public record Thing(String kind, String name, Fields fields) {

    private static final int LONGEST_NAME = 128;

    public Thing {
      name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
    }

    /** One with those members. */
    public static Thing of(String kind, String name, Consumer<Json> members) {
      try {
        return new Thing(kind, name, Fields.of(Json.object(members)));
      } catch (Refused e) {
        throw SourceObject.wrong("a name in it is too long");
      }
    }

    /** Without its members, one of which is a secret. */
    @Override
    public String toString() {
      return kind + " " + name;
    }
  }
}
