package dev.jeton.cli.remote.kind;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.ProgressBar;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads a list page by page. */
final class Pages {
  /** The most that a server puts on a page. */
  private static final long LARGEST_PAGE = 200;

  private final Server server;
  private final String path;
  private final @Nullable String search;
  private final long limit;

  Pages(Server server, String path, @Nullable String search, long limit) {
    this.server = server;
    this.path = path;
    this.search = search;
    this.limit = limit;
  }

  /** What was read, and how many there are in all. */
  record Found(List<JsonObject> items, long total) {}

  Found read(Environment environment) {
    List<JsonObject> items = new ArrayList<>();
    long total = 0;
    String after = null;
    try (ProgressBar bar = ProgressBar.ofCount(environment, "reading", "")) {
      do {
        JsonObject page = server.ask(Ask.get(address(items.size(), after))).body();
        int before = items.size();
        page.items("items").map(JsonItems::values).orElse(List.of()).stream()
            .filter(JsonObject.class::isInstance)
            .map(JsonObject.class::cast)
            .forEach(items::add);
        total = page.number("total")
            .map(JsonNumber::wholeValue)
            .orElse(OptionalLong.empty())
            .orElse(items.size());
        after = page.text("next").orElse(null);
        if (after != null && items.size() == before) {
          throw new FaultException("the server answered an empty page and says that more follows");
        }
        bar.show(items.size(), Math.max(items.size(), Math.min(total, limit)));
      } while (after != null && items.size() < limit);
    }
    return new Found(items, total);
  }

  private String address(int read, @Nullable String after) {
    String address = path + "?limit=" + Math.min(LARGEST_PAGE, limit - read);
    if (search != null && !search.isEmpty()) {
      address += "&search=" + Ask.encoded(search);
    }
    return after == null ? address : address + "&after=" + Ask.encoded(after);
  }
}
