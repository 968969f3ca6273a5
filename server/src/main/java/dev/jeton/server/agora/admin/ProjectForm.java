package dev.jeton.server.agora.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.agora.Authentication;
import dev.jeton.server.agora.GivenAppId;
import dev.jeton.server.agora.Grant;
import dev.jeton.server.agora.Lifetimes;
import dev.jeton.server.agora.ProjectSpec;
import dev.jeton.server.agora.TokenVersion;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.agora.AppId;

/** An Agora project as an operator writes it. */
final class ProjectForm {
  static final String APP_ID = "appId";

  private static final String AUTHENTICATION = "authentication";
  private static final String VERSION = "tokenVersion";
  private static final String USUAL = "defaultTtlSeconds";
  private static final String LONGEST = "maxTtlSeconds";
  private static final String ALLOW = "allow";
  private static final String DEFAULT = "default";

  private ProjectForm() {}

  static ProjectSpec read(Fields spec) {
    spec.only(CommonMembers.NAME, APP_ID, AUTHENTICATION, VERSION, USUAL, LONGEST, ALLOW, DEFAULT);
    return new ProjectSpec(
        name(spec.text(CommonMembers.NAME)),
        appId(spec.text(APP_ID)),
        CommonMembers.word(
            spec, AUTHENTICATION, Authentication.TOKEN, Authentication::of, Authentication::words),
        CommonMembers.word(spec, VERSION, TokenVersion.V007, TokenVersion::text),
        lifetimes(spec),
        CommonMembers.words(spec, ALLOW, Grant.class, Grant::word),
        spec.truthOr(DEFAULT, false));
  }

  static void write(ProjectSpec spec, Json out) {
    out.put(CommonMembers.NAME, spec.name())
        .put(APP_ID, spec.appId().text())
        .put(AUTHENTICATION, spec.authentication().word())
        .put(VERSION, spec.version().text())
        .put(USUAL, spec.lifetimes().usual())
        .put(LONGEST, spec.lifetimes().longest())
        .put(ALLOW, spec.grants().stream().sorted().map(Grant::word).toList())
        .put(DEFAULT, spec.marked());
  }

  private static String name(String text) {
    String name = CommonMembers.name(text);
    if (AppId.fits(name)) {
      throw Refused.badRequest(
          "wrong-name", "name must not look like an App ID, 32 hex digits, which names a project");
    }
    return name;
  }

  private static AppId appId(String text) {
    return GivenAppId.read(text)
        .orElseThrow(() -> Refused.badRequest(
            "wrong-member", APP_ID + " must be 32 hex digits, as the Agora console shows"));
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
}
