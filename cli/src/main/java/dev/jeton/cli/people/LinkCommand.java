package dev.jeton.cli.people;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.cli.remote.ShownOnce;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonTruth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jeton person link}. */
@Command(
    name = "link",
    description = {
      "Make a link under which a person chooses a password, once, within 24 hours.",
      "For somebody new, and for who forgot the password; an earlier link ends."
    },
    customSynopsis = "jeton person link NAME [OPTIONS]",
    footer = {"", "Example", "  jeton person link alice"})
final class LinkCommand extends RemoteCommand {
  @Parameters(paramLabel = "NAME", description = "The person's name or id.")
  private String ref = "";

  @Mixin
  private Way way = new Way();

  /** How the link reaches the person. */
  static final class Way implements OptionGroup {
    @Option(names = "--mail", description = "Mail it to the person instead of printing it.")
    private boolean mail;

    @Override
    public String heading() {
      return "Way";
    }
  }

  LinkCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    JsonObject wish = JsonObject.builder().put("mail", new JsonTruth(way.mail)).build();
    JsonObject answer = server
        .ask(Ask.post(PersonKind.PATH + "/" + Ask.segment(ref) + "/link", wish))
        .body();
    if (json()) {
      print(answer);
    } else if (way.mail) {
      say(environment().style().good("mailed"));
    } else {
      answer
          .text("link")
          .ifPresent(link -> ShownOnce.print(environment(), "the link for " + ref, link));
    }
  }
}
