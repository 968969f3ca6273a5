package dev.jeton.server.kandy.admin;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.kandy.Domains;
import dev.jeton.server.kandy.Misfit;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.server.kandy.SetTracking;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Timestamps;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** A realm as JSON: what an operator writes, and what the store keeps. */
final class RealmFields {
  private static final long USUAL_SECONDS = 600;

  private RealmFields() {}

  static RealmSpec read(Fields spec) {
    spec.only(
        "name",
        "cipher",
        "durationSeconds",
        "timestamps",
        "description",
        "convention",
        "accountBinding",
        "iv",
        "accounts",
        "from",
        "to",
        "domains",
        "issuedOnly",
        "singleUse",
        "presets",
        "keyEndsAt",
        "default");
    String name = spec.text("name");
    if (!RealmSpec.isName(name)) {
      throw Members.wrong(
          "name",
          "it must be the name of the portal's Authentication Schema: 1 to 128 characters, no"
              + " control characters, no blank at either end");
    }
    RealmSpec realm = new RealmSpec(
        name,
        Members.word(spec, "cipher", KandyCipher.CBC),
        window(spec),
        Members.description(spec),
        Members.word(spec, "convention", Convention.A),
        Members.word(spec, "accountBinding", AccountBinding.ANY),
        Members.word(spec, "iv", IvUse.PER_TOKEN),
        Members.listed(spec, "accounts"),
        Members.listed(spec, "from"),
        Members.listed(spec, "to"),
        domains(spec),
        new SetTracking(spec.truthOr("issuedOnly", false), spec.truthOr("singleUse", false)),
        PresetFields.read(spec),
        Members.instant(spec, "keyEndsAt"),
        spec.truthOr("default", false));
    for (Misfit misfit : Misfit.of(realm)) {
      throw Members.wrong(member(misfit), misfit.wrong() + "; " + misfit.right());
    }
    PresetFields.check(realm);
    return realm;
  }

  static void write(RealmSpec realm, Json out) {
    out.put("name", realm.name())
        .put("cipher", Members.word(realm.cipher()))
        .put("durationSeconds", realm.window().duration().toSeconds())
        .put("timestamps", Members.word(realm.window().timestamps()))
        .put("description", realm.description())
        .put("convention", realm.convention().name())
        .put("accountBinding", Members.word(realm.binding()))
        .put("iv", Members.word(realm.ivUse()))
        .put("accounts", Members.texts(realm.accounts()))
        .put("from", Members.texts(realm.from()))
        .put("to", Members.texts(realm.to()))
        .put("domains", realm.domains().names())
        .put("issuedOnly", realm.tracking().issuedOnly())
        .put("singleUse", realm.tracking().singleUse());
    PresetFields.write(realm, out);
    out.put("keyEndsAt", realm.keyEndsAt().orElse(null)).put("default", realm.standard());
  }

  private static TokenWindow window(Fields spec) {
    long seconds = Objects.requireNonNullElse(
        spec.wholeOrNull("durationSeconds", RealmSpec.SHORTEST_SECONDS, RealmSpec.LONGEST_SECONDS),
        USUAL_SECONDS);
    return TokenWindow.of(Duration.ofSeconds(seconds))
        .timestamps(Members.word(spec, "timestamps", Timestamps.MILLISECONDS));
  }

  private static Domains domains(Fields spec) {
    List<String> names = spec.texts("domains");
    if (names.size() > Domains.MOST || !names.stream().allMatch(Domains::isDomain)) {
      throw Members.wrong(
          "domains",
          "give at most " + Domains.MOST + " domains such as example.com, without @ and *");
    }
    return Domains.of(names);
  }

  private static String member(Misfit misfit) {
    return switch (misfit.member()) {
      case ACCOUNTS -> "accounts";
      case FROM -> "from";
      case ACCOUNT_BINDING -> "accountBinding";
    };
  }
}
