package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jeton inspect TOKEN}. */
@Command(
    name = "inspect",
    description = {
      "Show which platform's token it is and what is in it, without any secret.",
      "Nothing is verified: anybody can write such a token."
    },
    customSynopsis = "jeton inspect [--json] [--at INSTANT] TOKEN",
    footer = {
      "",
      "Examples",
      "  jeton inspect 007eJxTYBBbsMMn...",
      "  pbpaste | jeton inspect -",
      "  jeton inspect --json --at 2026-11-01T12:00:00Z TOKEN"
    })
final class InspectCommand implements Callable<Integer> {
  private final Environment environment;
  private final List<Platform> platforms;

  @Mixin
  private TokenArgument token = new TokenArgument();

  @Mixin
  private TimeOptions time = new TimeOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  InspectCommand(Environment environment, List<Platform> platforms) {
    this.environment = environment;
    this.platforms = platforms;
  }

  @Override
  public Integer call() {
    Optional<Inspection> found = inspect(token.text(environment));
    if (found.isEmpty()) {
      return unknown();
    }
    return found.get() instanceof Inspection.Read read
        ? show(read)
        : refuse((Inspection.Damaged) found.get());
  }

  /** Two platforms may know how a token starts; the one that can read it is right. */
  private Optional<Inspection> inspect(String text) {
    Optional<Inspection> unreadable = Optional.empty();
    for (Platform platform : platforms) {
      Optional<Inspection> inspection = platform.inspect(text);
      if (inspection.isPresent() && inspection.get() instanceof Inspection.Read) {
        return inspection;
      }
      unreadable = unreadable.or(() -> inspection);
    }
    return unreadable;
  }

  private int show(Inspection.Read read) {
    if (output.json()) {
      environment.out().println(read.content().json().text());
    } else {
      environment.out().println(environment.style().heading(read.kind()) + ", nothing is verified");
      environment
          .out()
          .print(read.content().table(time.now(environment)).text(environment.style()));
    }
    return ExitStatus.DONE;
  }

  private int refuse(Inspection.Damaged damaged) {
    if (output.json()) {
      environment
          .out()
          .println(Json.object()
              .put("recognised", true)
              .put("kind", damaged.kind())
              .put("reason", damaged.reason().name())
              .put("detail", damaged.detail())
              .text());
    } else {
      environment
          .out()
          .println("unreadable: it starts like " + damaged.kind() + ", but " + damaged.detail()
              + " (" + damaged.reason() + ")");
    }
    return ExitStatus.REFUSED;
  }

  private int unknown() {
    List<String> kinds =
        platforms.stream().flatMap(platform -> platform.kinds().stream()).toList();
    if (output.json()) {
      environment
          .out()
          .println(
              Json.object().put("recognised", false).putTexts("known", kinds).text());
    } else {
      environment.out().println("unrecognised; known here: " + String.join(", ", kinds));
    }
    return ExitStatus.REFUSED;
  }
}
