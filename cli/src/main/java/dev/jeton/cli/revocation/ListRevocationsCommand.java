package dev.jeton.cli.revocation;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.FaultException;
import dev.jeton.cli.console.Grid;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jeton revocation list}. */
@Command(
    name = "list",
    description = "List what is revoked, the newest first.",
    customSynopsis = "jeton revocation list [OPTIONS]",
    footer = {"", "Example", "  jeton revocation list --platform agora --limit 20"})
final class ListRevocationsCommand extends RemoteCommand {
  /** The most that a server puts on a page. */
  private static final long LARGEST_PAGE = 200;

  @Mixin
  private Which which = new Which();

  /** How much of the list. */
  static final class Which implements OptionGroup {
    @Option(names = "--platform", paramLabel = "WORD", description = "Only those of it.")
    private @Nullable String platform;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many. Default all.")
    private long limit = Long.MAX_VALUE;

    @Override
    public String heading() {
      return "Which";
    }
  }

  ListRevocationsCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    if (which.limit < 1) {
      throw new UsageException("--limit: at least 1");
    }
    List<JsonObject> items = new ArrayList<>();
    long total;
    String after = null;
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
    } while (after != null && items.size() < which.limit);
    print(items, total);
  }

  private void print(List<JsonObject> items, long total) {
    if (json()) {
      print(JsonObject.builder()
          .put("items", new JsonItems(List.copyOf(items)))
          .put("total", total)
          .build());
      return;
    }
    if (!items.isEmpty()) {
      Grid grid = new Grid(List.of("ID", "PLATFORM", "REFUSES", "USER", "UNTIL", "REASON"));
      items.forEach(one -> grid.row(List.of(
          Shown.text(one, "id"),
          Shown.text(one, "platform"),
          Shown.text(one, "refuses"),
          Shown.text(one, "user"),
          Shown.until(one),
          Shown.text(one, "reason"))));
      environment().out().print(grid.text(environment().style()));
    }
    environment().err().println(items.size() + " of " + total);
  }

  private String address(int read, @Nullable String after) {
    String address =
        RevocationCommands.PATH + "?limit=" + Math.min(LARGEST_PAGE, which.limit - read);
    if (which.platform != null) {
      address += "&platform=" + Ask.encoded(which.platform);
    }
    return after == null ? address : address + "&after=" + Ask.encoded(after);
  }
}
