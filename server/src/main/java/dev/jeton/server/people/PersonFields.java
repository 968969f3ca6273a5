package dev.jeton.server.people;

import dev.jeton.server.access.Role;
import dev.jeton.server.alerts.Addresses;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.http.Refused;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads and writes what an operator says of a person. */
final class PersonFields {
  static final String NAME = "name";
  private static final String MAIL = "mail";
  private static final String ROLES = "roles";
  static final String ENABLED = "enabled";
  private static final String OIDC = "oidc";
  private static final String ISSUER = "issuer";
  private static final String SUBJECT = "subject";
  private static final int LONGEST = 255;
  private static final int LONGEST_NAME = 64;

  private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,63}");

  private PersonFields() {}

  static PersonSpec read(Fields spec) {
    spec.only(NAME, MAIL, ROLES, ENABLED, OIDC);
    return new PersonSpec(
        name(spec.text(NAME)),
        mail(spec),
        roles(spec),
        spec.truthOr(ENABLED, true),
        Optional.ofNullable(spec.objectOrNull(OIDC)).map(PersonFields::subject));
  }

  static void write(PersonSpec spec, Json out) {
    out.put(NAME, spec.name())
        .put(MAIL, spec.mail().orElse(null))
        .put(ROLES, spec.roles().stream().sorted().map(Role::word).toList())
        .put(ENABLED, spec.enabled());
    spec.elsewhere()
        .ifPresent(one ->
            out.put(OIDC, json -> json.put(ISSUER, one.issuer()).put(SUBJECT, one.id())));
  }

  private static PersonSpec.Subject subject(Fields oidc) {
    oidc.only(ISSUER, SUBJECT);
    String issuer = oidc.text(ISSUER);
    String id = oidc.text(SUBJECT);
    if (!Addresses.isWeb(issuer)
        || id.isEmpty()
        || id.length() > LONGEST
        || issuer.length() > LONGEST
        || id.chars().anyMatch(Character::isISOControl)) {
      throw Refused.badRequest(
          "wrong-member",
          "oidc must have the issuer of a provider, such as https://id.example.com, and the subject"
              + " as whom it knows the person");
    }
    return new PersonSpec.Subject(issuer, id);
  }

  /** A proper name, as near as can be to what somebody is called elsewhere. */
  static String nameLike(String text, String suffix) {
    String plain = text.replaceAll("[^A-Za-z0-9._@+-]", "").replaceFirst("^[^A-Za-z0-9]+", "");
    int most = LONGEST_NAME - suffix.length();
    return (plain.isEmpty() ? "person" : plain.substring(0, Math.min(plain.length(), most)))
        + suffix;
  }

  static String name(String text) {
    if (!NAMES.matcher(text).matches()) {
      throw Refused.badRequest(
          "wrong-name",
          "name must be 1 to 64 of the letters A to Z and a to z, digits and . _ @ + -, with a letter"
              + " or digit first");
    }
    return text;
  }

  private static Optional<String> mail(Fields spec) {
    String text = spec.textOrNull(MAIL);
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    if (!Addresses.isMail(text)) {
      throw Refused.badRequest(
          "wrong-mail", "mail must be one plain address, such as alice@example.com");
    }
    return Optional.of(text);
  }

  private static Set<Role> roles(Fields spec) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : spec.texts(ROLES)) {
      roles.add(Arrays.stream(Role.values())
          .filter(role -> role.word().equals(word))
          .findFirst()
          .orElseThrow(() -> Refused.badRequest(
              "wrong-role", "roles may have operator, approver, auditor and developer")));
    }
    return roles;
  }
}
