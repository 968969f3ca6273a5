package dev.jeton.cli;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.ExitStatus;
import dev.jeton.cli.console.Json;
import dev.jeton.cli.console.OutputOptions;
import dev.jeton.cli.console.TimeOptions;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.platform.Inspection;
import dev.jeton.cli.platform.Platform;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;

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
      "  jeton inspect bbaarei...",
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

  /** Its help names what it knows. */
  static CommandLine commandLine(Environment environment, List<Platform> platforms) {
    InspectCommand command = new InspectCommand(environment, platforms);
    CommandLine commandLine = new CommandLine(command);
    UsageMessageSpec usage = commandLine.getCommandSpec().usageMessage();
    usage.description(Stream.concat(
            Arrays.stream(usage.description()),
            Stream.of("It knows: " + String.join(", ", command.kinds()) + "."))
        .toArray(String[]::new));
    return commandLine;
  }

  @Override
  public Integer call() {
    String text = token.text(environment);
    Inspection found = inspect(text);
    String bare = PastedToken.bare(text);
    if (!bare.equals(text) && (found == null || found instanceof Inspection.Damaged)) {
      found = inspect(bare);
      if (found != null) {
        environment.warn("this is what stands between white space, quotes or after Bearer;"
            + " as it was given it is no token");
      }
    }
    if (found == null) {
      return unknown();
    }
    if (found instanceof Inspection.Read read) {
      return show(read.kind(), read.content());
    }
    return found instanceof Inspection.Possible possible
        ? show("may be " + possible.kind(), possible.content())
        : refuse((Inspection.Damaged) found);
  }

  /** Several platforms may know the form; the one that is surest of it is right. */
  private @Nullable Inspection inspect(String text) {
    List<Inspection> found =
        platforms.stream().flatMap(platform -> platform.inspect(text).stream()).toList();
    for (Class<? extends Inspection> surest :
        List.of(Inspection.Read.class, Inspection.Possible.class, Inspection.Damaged.class)) {
      for (Inspection inspection : found) {
        if (surest.isInstance(inspection)) {
          return inspection;
        }
      }
    }
    return null;
  }

  private int show(String heading, Inspection.Content content) {
    if (output.json()) {
      environment.out().println(content.json().text());
    } else {
      environment.out().println(environment.style().heading(heading) + ", nothing is verified");
      environment.out().print(content.table(time.now(environment)).text(environment.style()));
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
    if (output.json()) {
      environment
          .out()
          .println(
              Json.object().put("recognised", false).putTexts("known", kinds()).text());
    } else {
      environment.out().println("unrecognised; known here: " + String.join(", ", kinds()));
    }
    return ExitStatus.REFUSED;
  }

  private List<String> kinds() {
    return platforms.stream().flatMap(platform -> platform.kinds().stream()).toList();
  }
}
