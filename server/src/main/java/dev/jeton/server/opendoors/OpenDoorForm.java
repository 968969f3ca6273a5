package dev.jeton.server.opendoors;

import dev.jeton.server.access.OriginCheck;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An open door as an operator writes it. */
final class OpenDoorForm {
  static final String DOOR = "door";
  static final String POLICY = "policy";
  static final String ENABLED = "enabled";

  private static final String NAME = "name";
  private static final String DESCRIPTION = "description";
  private static final String PER_NETWORK = "perNetwork";
  private static final String IN_TOTAL = "inTotal";
  private static final String ORIGINS = "origins";
  private static final String GUARD = "guard";
  private static final String DIFFICULTY = "difficulty";

  private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final Pattern DOORS = Pattern.compile("(GET|POST) /[!-~]{0,199}");
  private static final int LONGEST_DESCRIPTION = 500;
  private static final int MOST_ORIGINS = 32;
  private static final int MOST = 1_000_000;

  private static final int USUAL_PER_NETWORK = 10;
  private static final int USUAL_IN_TOTAL = 300;
  private static final int USUAL_DIFFICULTY = 100_000;
  private static final int LEAST_DIFFICULTY = 1_000;

  private OpenDoorForm() {}

  static OpenDoorSpec read(Fields spec) {
    spec.only(
        NAME,
        DESCRIPTION,
        DOOR,
        POLICY,
        PER_NETWORK,
        IN_TOTAL,
        ORIGINS,
        GUARD,
        DIFFICULTY,
        ENABLED);
    return new OpenDoorSpec(
        matching(
            NAMES, spec.text(NAME), NAME, "1 to 63 of a-z 0-9 -, with a letter or digit first"),
        description(spec),
        matching(
            DOORS, spec.text(DOOR), DOOR, "method and path of a door, such as GET /callparameters"),
        spec.text(POLICY),
        whole(spec, PER_NETWORK, 1, USUAL_PER_NETWORK),
        whole(spec, IN_TOTAL, 1, USUAL_IN_TOTAL),
        origins(spec),
        guard(spec.textOrNull(GUARD)),
        whole(spec, DIFFICULTY, LEAST_DIFFICULTY, USUAL_DIFFICULTY),
        spec.truthOr(ENABLED, true));
  }

  static void write(OpenDoorSpec spec, Json out) {
    out.put(NAME, spec.name())
        .put(DESCRIPTION, spec.description().orElse(null))
        .put(DOOR, spec.door())
        .put(POLICY, spec.policy())
        .put(PER_NETWORK, spec.perNetwork())
        .put(IN_TOTAL, spec.inTotal())
        .put(ORIGINS, spec.origins())
        .put(GUARD, spec.guard().word())
        .put(DIFFICULTY, spec.difficulty())
        .put(ENABLED, spec.enabled());
  }

  private static String matching(Pattern pattern, String text, String member, String right) {
    if (!pattern.matcher(text).matches()) {
      throw wrong(member, right);
    }
    return text;
  }

  private static Optional<String> description(Fields spec) {
    String text = spec.textOrNull(DESCRIPTION);
    if (text != null
        && (text.length() > LONGEST_DESCRIPTION
            || text.chars().anyMatch(Character::isISOControl))) {
      throw wrong(DESCRIPTION, "one line of at most " + LONGEST_DESCRIPTION + " characters");
    }
    return Optional.ofNullable(text).filter(given -> !given.isEmpty());
  }

  private static int whole(Fields spec, String member, int least, int usual) {
    Long given = spec.wholeOrNull(member, least, MOST);
    return given == null ? usual : given.intValue();
  }

  private static List<String> origins(Fields spec) {
    List<String> origins = spec.texts(ORIGINS).stream().distinct().toList();
    if (origins.size() > MOST_ORIGINS || !origins.stream().allMatch(OriginCheck::isOrigin)) {
      throw wrong(
          ORIGINS,
          "at most " + MOST_ORIGINS
              + " exact origins as browsers send them, such as https://www.example.com");
    }
    return origins;
  }

  private static GuardKind guard(@Nullable String word) {
    return word == null
        ? GuardKind.NONE
        : GuardKind.of(word)
            .orElseThrow(() -> wrong(GUARD, "one of " + String.join(", ", GuardKind.words())));
  }

  private static Refused wrong(String member, String right) {
    return Refused.badRequest("wrong-member", member + " must be " + right);
  }
}
