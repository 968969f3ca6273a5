package dev.jeton.cli.audit;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.tokens.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rows of the store are meant. */
final class AuditFilter implements OptionGroup {
  @Option(
      names = "--since",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "From that day or time on.")
  private @Nullable Instant since;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      converter = TimeConverter.class,
      description = "Before that day or time.")
  private @Nullable Instant until;

  @Mixin
  private PersonOption person = new PersonOption();

  @Option(
      names = "--identity",
      paramLabel = "NAME",
      description = "A project, App ID, realm, credential or key.")
  private @Nullable String identity;

  @Option(names = "--caller", paramLabel = "CALLER", description = "Who asked.")
  private @Nullable String caller;

  @Option(names = "--event", paramLabel = "EVENT", description = "Such as agora-mint.")
  private @Nullable String event;

  @Option(names = "--outcome", paramLabel = "WORD", description = "Such as minted or refused.")
  private @Nullable String outcome;

  @Option(names = "--platform", paramLabel = "PLATFORM", description = "Such as agora.")
  private @Nullable String platform;

  @Option(names = "--node", paramLabel = "NODE", description = "One server's rows, by its node id.")
  private @Nullable String node;

  /** The body of a request, without what pages it. */
  JsonObject.Builder body(Environment environment) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("since", since);
    values.put("until", until);
    values.put("person", person.given() ? person.text(environment) : null);
    values.put("identity", identity);
    values.put("caller", caller);
    values.put("event", event);
    values.put("outcome", outcome);
    values.put("platform", platform);
    values.put("node", node);
    JsonObject.Builder body = JsonObject.builder();
    values.forEach((name, value) -> {
      if (value != null) {
        body.put(name, value.toString());
      }
    });
    return body;
  }

  @Override
  public String heading() {
    return "Which rows";
  }
}
