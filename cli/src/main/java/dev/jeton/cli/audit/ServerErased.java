package dev.jeton.cli.audit;

import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a running server has erased.
 *
 * @param places in its files and in the store
 * @param waiting how many other servers have yet to follow
 */
record ServerErased(long places, int waiting) {

  static ServerErased of(JsonObject answer) {
    return new ServerErased(
        whole(answer, "erased") + whole(answer, "stored"),
        answer.items("waiting").map(JsonItems::values).map(List::size).orElse(0));
  }

  String line() {
    String done = places == 0
        ? "nothing to erase here"
        : "erased from " + AuditEraseCommand.counted(places, "place") + "; the rows keep a hash";
    return waiting == 0
        ? done
        : done + "; " + AuditEraseCommand.counted(waiting, "other server")
            + " will follow when it runs";
  }

  private static long whole(JsonObject object, String name) {
    return object
        .number(name)
        .map(JsonNumber::wholeValue)
        .orElse(OptionalLong.empty())
        .orElse(0);
  }
}
