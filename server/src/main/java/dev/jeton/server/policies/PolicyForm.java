package dev.jeton.server.policies;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** Reads and writes the members of a policy; whether its condition can be read is not asked here. */
final class PolicyForm {
  static final String WHEN = "when";
  static final String READY_MADE = "readyMade";
  static final String LONGEST = "maxTtlSeconds";

  /** They stand where a policy's name would stand in a path. */
  private static final List<String> TAKEN = List.of("test", "ready-made");

  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST = 100;
  private static final long MOST_SECONDS = 366L * 24 * 3600;

  private final Catalogue catalogue;

  PolicyForm(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  PolicySpec read(Fields spec) {
    spec.only(
        "name",
        "description",
        "platforms",
        "projects",
        READY_MADE,
        WHEN,
        LONGEST,
        "powers",
        "ownUserOnly",
        "explain");
    Optional<ReadyMade> taken =
        Optional.ofNullable(spec.textOrNull(READY_MADE)).map(catalogue::readyMade);
    List<String> platforms = platforms(spec, taken);
    Long longest = spec.wholeOrNull(LONGEST, 1, MOST_SECONDS);
    return new PolicySpec(
        name(spec),
        description(spec),
        platforms,
        projects(spec),
        taken.map(ReadyMade::name),
        when(spec, taken),
        longest == null ? OptionalLong.empty() : OptionalLong.of(longest),
        powers(spec, taken, platforms),
        spec.truthOr("ownUserOnly", taken.map(ReadyMade::ownUserOnly).orElse(false)),
        spec.truthOr("explain", false));
  }

  static void write(PolicySpec spec, Json out) {
    out.put("name", spec.name())
        .put("description", spec.description().orElse(null))
        .put("platforms", spec.platforms())
        .put("projects", spec.projects())
        .put(READY_MADE, spec.readyMade().orElse(null))
        .put(WHEN, spec.readyMade().isPresent() ? null : spec.when());
    spec.longest().ifPresent(seconds -> out.put(LONGEST, seconds));
    out.put("powers", spec.powers())
        .put("ownUserOnly", spec.ownUserOnly())
        .put("explain", spec.explain());
  }

  private static String name(Fields spec) {
    String name = spec.text("name");
    if (!NamePattern.isOne(name) || name.indexOf('*') >= 0 || TAKEN.contains(name)) {
      throw Refused.badRequest(
          "wrong-member",
          "name must be 1 to 128 characters without * and without a space at its ends, and neither"
              + " test nor ready-made");
    }
    return name;
  }

  private static Optional<String> description(Fields spec) {
    String text = spec.textOrNull("description");
    if (text != null && (text.isBlank() || text.length() > LONGEST_DESCRIPTION)) {
      throw Refused.badRequest(
          "wrong-member",
          "description must be a text of at most " + LONGEST_DESCRIPTION
              + " characters, or left out");
    }
    return Optional.ofNullable(text);
  }

  private List<String> platforms(Fields spec, Optional<ReadyMade> taken) {
    List<String> platforms = spec.has("platforms") || taken.isEmpty()
        ? some(spec, "platforms", text -> true, "the platforms that it is for")
        : taken.get().platforms();
    if (platforms.isEmpty()) {
      throw Refused.badRequest(
          "missing-member",
          "platforms is missing; this ready-made policy is for any, so name those that are meant");
    }
    platforms.forEach(catalogue::checkPlatform);
    return platforms;
  }

  private static List<String> projects(Fields spec) {
    return some(
        spec,
        "projects",
        NamePattern::isOne,
        "names of projects, realms, issuers or credentials, or patterns such as shop-* or *");
  }

  private static List<String> some(
      Fields spec, String member, Predicate<String> fits, String right) {
    List<String> texts = spec.texts(member).stream().distinct().toList();
    if (texts.isEmpty()) {
      throw Refused.badRequest("missing-member", member + " is missing; list " + right);
    }
    if (texts.size() > MOST || !texts.stream().allMatch(fits)) {
      throw Refused.badRequest("wrong-member", member + " must list at most " + MOST + " " + right);
    }
    return texts;
  }

  private List<String> powers(Fields spec, Optional<ReadyMade> taken, List<String> platforms) {
    if (!spec.has("powers")) {
      return taken.map(ReadyMade::powers).orElse(List.of());
    }
    List<String> powers = spec.texts("powers").stream().distinct().sorted().toList();
    powers.forEach(power -> catalogue.checkPower(power, platforms));
    return powers;
  }

  /** Nothing is allowed because a condition was left out. */
  private static String when(Fields spec, Optional<ReadyMade> taken) {
    String when = spec.textOrNull(WHEN);
    if (when != null && taken.isPresent()) {
      throw Refused.badRequest(
          "when-and-ready-made",
          "give when or readyMade, not both: they might contradict; null takes one away");
    }
    if (taken.isPresent()) {
      return taken.get().when();
    }
    if (when == null || when.isBlank()) {
      throw Refused.badRequest(
          "missing-member",
          "when is missing; give a condition, or the name of a ready-made policy as readyMade");
    }
    if (when.length() > Rules.LONGEST) {
      throw Refused.badRequest(
          "wrong-member", "when must have at most " + Rules.LONGEST + " characters");
    }
    return when;
  }
}
