package dev.jeton.cli.settings;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.TokenArgument;
import dev.jeton.cli.console.UsageException;
import dev.jeton.cli.console.VisibleText;
import dev.jeton.cli.remote.Ask;
import dev.jeton.cli.remote.RemoteCommand;
import dev.jeton.cli.remote.Server;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonNothing;
import dev.jeton.tokens.json.JsonNumber;
import dev.jeton.tokens.json.JsonObject;
import dev.jeton.tokens.json.JsonText;
import dev.jeton.tokens.json.JsonTruth;
import dev.jeton.tokens.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jeton settings set}. */
@Command(
    name = "set",
    description = {
      "Give a setting a value; it holds at once and survives a restart.",
      "A setting that jeton.yaml or a variable names is managed there and is not changed."
    },
    customSynopsis = "jeton settings set NAME VALUE [OPTIONS]",
    footer = {"", "Example", "  jeton settings set alerts.webhook https://alerts.example.org/jeton"
    })
final class SetCommand extends RemoteCommand {
  @Parameters(index = "0", paramLabel = "NAME", description = "Its name, as list prints it.")
  private String name = "";

  @Parameters(
      index = "1",
      paramLabel = "VALUE",
      description = {
        "A text, a number, true or false, or a list with commas: whatever the setting is;",
        "or - to read it from standard input, as a secret should be."
      })
  private String value = "";

  private boolean fromInput;

  SetCommand(Environment environment) {
    super(environment);
  }

  @Override
  protected void run(Server server) {
    fromInput = value.equals("-");
    value = TokenArgument.text(value, environment());
    JsonObject setting = Settings.read(server).named(name);
    JsonValue like = setting.get("value");
    JsonValue typed =
        typed(like == null || like instanceof JsonNothing ? setting.get("default") : like);
    JsonObject answer = server
        .ask(Ask.patch(
            SettingsCommands.PATH, JsonObject.builder().put(name, typed).build()))
        .body();
    if (json()) {
      print(answer);
    } else {
      say(environment().style().good("set") + ": " + VisibleText.of(name) + shown(typed));
    }
  }

  /** What came by standard input may be a secret. */
  private String shown(JsonValue typed) {
    return fromInput ? "" : " = " + VisibleText.of(Settings.text(typed));
  }

  /** Of the type that the setting has. */
  private JsonValue typed(@Nullable JsonValue like) {
    if (like instanceof JsonTruth) {
      if (!value.equals("true") && !value.equals("false")) {
        throw new UsageException("VALUE: this setting is true or false");
      }
      return new JsonTruth(value.equals("true"));
    }
    if (like instanceof JsonNumber) {
      try {
        return JsonNumber.of(new BigDecimal(value));
      } catch (IllegalArgumentException e) {
        throw new UsageException("VALUE: this setting is a number");
      }
    }
    return like instanceof JsonItems
        ? JsonItems.ofTexts(List.of(value.split(" *, *", -1)))
        : new JsonText(value);
  }
}
