package dev.jeton.server.agora.admin;

import dev.jeton.server.agora.Authentication;
import dev.jeton.server.agora.GivenAppId;
import dev.jeton.server.agora.Grant;
import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.agora.ProjectSpec;
import dev.jeton.server.agora.TokenVersion;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** An Agora project as an operator writes it. */
final class ProjectForm {
  static final String APP_ID = "appId";

  private static final String NAME = "name";
  private static final String AUTHENTICATION = "authentication";
  private static final String VERSION = "tokenVersion";
  private static final String USUAL = "defaultTtlSeconds";
  private static final String LONGEST = "maxTtlSeconds";
  private static final String ALLOW = "allow";
  private static final String DEFAULT = "default";
  private static final Pattern NAMES =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._-]{0,62}[\\p{L}\\p{M}\\p{N}._-])?");

  private ProjectForm() {}

  static ProjectSpec read(Fields spec) {
    spec.only(NAME, APP_ID, AUTHENTICATION, VERSION, USUAL, LONGEST, ALLOW, DEFAULT);
    return new ProjectSpec(
        name(spec.text(NAME)),
        given(
            APP_ID,
            spec.text(APP_ID),
            GivenAppId::read,
            "32 hex digits, as the Agora console shows"),
        word(
            spec, AUTHENTICATION, Authentication.TOKEN, Authentication::of, Authentication.words()),
        word(spec, VERSION, TokenVersion.V007, TokenVersion::of, TokenVersion.words()),
        lifetimes(spec),
        grants(spec),
        spec.truthOr(DEFAULT, false));
  }

  static void write(ProjectSpec spec, Json out) {
    out.put(NAME, spec.name())
        .put(APP_ID, spec.appId().text())
        .put(AUTHENTICATION, spec.authentication().word())
        .put(VERSION, spec.version().text())
        .put(USUAL, spec.lifetimes().usual())
        .put(LONGEST, spec.lifetimes().longest())
        .put(ALLOW, spec.grants().stream().sorted().map(Grant::word).toList())
        .put(DEFAULT, spec.marked());
  }

  private static String name(String name) {
    if (!NAMES.matcher(name).matches()) {
      throw Refused.badRequest(
          "wrong-name",
          "name must be 1 to 64 letters, digits, dots, hyphens, underscores and spaces, with a letter"
              + " or digit first and no space last");
    }
    if (GivenAppId.read(name).isPresent()) {
      throw Refused.badRequest(
          "wrong-name", "name must not look like an App ID, 32 hex digits, which names a project");
    }
    return name;
  }

  private static Lifetimes lifetimes(Fields spec) {
    Long longest = spec.wholeOrNull(LONGEST, 1, Lifetimes.MOST);
    long most = longest == null ? Lifetimes.MOST : longest;
    Long usual = spec.wholeOrNull(USUAL, 1, Lifetimes.MOST);
    if (usual != null && usual > most) {
      throw Refused.badRequest(
          "wrong-member",
          USUAL + " is " + usual + ", which is more than " + LONGEST + " " + most
              + "; give a smaller " + USUAL + " too");
    }
    return new Lifetimes(usual == null ? Math.min(Lifetimes.USUAL, most) : usual, most);
  }

  private static Set<Grant> grants(Fields spec) {
    Set<Grant> grants = EnumSet.noneOf(Grant.class);
    for (String word : spec.texts(ALLOW)) {
      grants.add(given(ALLOW, word, Grant::of, "a list out of " + Grant.words()));
    }
    return grants;
  }

  private static <T> T word(
      Fields spec, String member, T absent, Function<String, Optional<T>> read, String words) {
    String word = spec.textOrNull(member);
    return word == null ? absent : given(member, word, read, "one of " + words);
  }

  private static <T> T given(
      String member, String text, Function<String, Optional<T>> read, String right) {
    return read.apply(text)
        .orElseThrow(() -> Refused.badRequest("wrong-member", member + " must be " + right));
  }
}
