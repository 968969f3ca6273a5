package dev.jeton.cli.policy;

import dev.jeton.cli.console.DurationConverter;
import dev.jeton.cli.console.OptionGroup;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.json.JsonItems;
import dev.jeton.tokens.json.JsonObject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What would be asked for; whatever is not given is empty. */
final class RequestOptions implements OptionGroup {
  @Option(names = "--platform", paramLabel = "WORD", description = "Whose token it is.")
  private @Nullable String platform;

  @Option(names = "--kind", paramLabel = "WORD", description = "What of it: rtc, call, identity.")
  private @Nullable String kind;

  @Option(
      names = "--project",
      paramLabel = "NAME",
      description = "The project, realm, issuer or credential.")
  private @Nullable String project;

  @Option(names = "--channel", paramLabel = "C", description = "The channel or room.")
  private @Nullable String channel;

  @Option(names = "--user", paramLabel = "U", description = "For whom it is.")
  private @Nullable String user;

  @Option(names = "--to", paramLabel = "TO", description = "Whom or what it reaches.")
  private @Nullable String to;

  @Option(names = "--from", paramLabel = "FROM", description = "Under which name.")
  private @Nullable String from;

  @Option(names = "--account", paramLabel = "A", description = "Whose account it uses.")
  private @Nullable String account;

  @Option(names = "--role", paramLabel = "ROLE", description = "publisher, subscriber, GET.")
  private @Nullable String role;

  @Option(
      names = "--service",
      paramLabel = "WORD",
      description = "A service of the token, the kind among them. May be given again.")
  private @Nullable List<String> services;

  @Option(
      names = "--claims",
      paramLabel = "JSON",
      description = "The claims that the request chooses: '{\"role\": \"admin\"}'.")
  private @Nullable String claims;

  @Option(
      names = "--power",
      paramLabel = "WORD",
      description = "What is dangerous about it besides what the rest shows. May be given again.")
  private @Nullable List<String> powers;

  @Option(
      names = "--ttl",
      paramLabel = "1h",
      converter = DurationConverter.class,
      description = "Its lifetime. Default 1h.")
  private @Nullable Duration ttl;

  JsonObject object() {
    if (platform == null) {
      throw new UsageException("missing: --platform WORD");
    }
    JsonObject.Builder object = JsonObject.builder();
    texts().forEach((member, text) -> {
      if (text != null) {
        object.put(member, text);
      }
    });
    if (services != null) {
      object.put("services", JsonItems.ofTexts(services));
    }
    if (claims != null) {
      object.put("claims", JsonOption.object("--claims", claims));
    }
    if (powers != null) {
      object.put("powers", JsonItems.ofTexts(powers));
    }
    if (ttl != null) {
      object.put("ttlSeconds", ttl.toSeconds());
    }
    return object.build();
  }

  private Map<String, @Nullable String> texts() {
    Map<String, @Nullable String> texts = new LinkedHashMap<>();
    texts.put("platform", platform);
    texts.put("kind", kind);
    texts.put("project", project);
    texts.put("channel", channel);
    texts.put("user", user);
    texts.put("to", to);
    texts.put("from", from);
    texts.put("account", account);
    texts.put("role", role);
    return texts;
  }

  @Override
  public String heading() {
    return "What would be asked for";
  }
}
