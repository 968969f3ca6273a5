package dev.jeton.server.people;

import dev.jeton.server.admin.Kind;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Json;
import dev.jeton.server.oidc.SignIns;
import dev.jeton.server.store.Writing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code /api/v1/people}: who may sign in, and as what. */
@Singleton
class PersonKind implements Kind<PersonSpec> {
  static final String WORD = "person";
  static final String PATH = "/api/v1/people";

  private final Persons persons;
  private final Logins logins;
  private final SignIns elsewhere;

  PersonKind(Persons persons, Logins logins, SignIns elsewhere) {
    this.persons = persons;
    this.logins = logins;
    this.elsewhere = elsewhere;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String noun() {
    return "person";
  }

  @Override
  public Optional<String> platform() {
    return Optional.empty();
  }

  @Override
  public PersonSpec read(Fields spec) {
    return PersonFields.read(spec);
  }

  @Override
  public void write(PersonSpec spec, Json out) {
    PersonFields.write(spec, out);
  }

  @Override
  public String name(PersonSpec spec) {
    return spec.name();
  }

  /** Whoever is switched off stays so. */
  @Override
  public Set<String> revoked(PersonSpec spec) {
    return spec.enabled() ? Set.of() : Set.of(PersonFields.ENABLED);
  }

  @Override
  public boolean namesPeople() {
    return true;
  }

  @Override
  public Map<String, String> words(PersonSpec spec) {
    return spec.elsewhere()
        .map(one -> Map.of("subject", "oidc " + one.issuer() + " " + one.id()))
        .orElse(Map.of());
  }

  @Override
  public boolean wantsFreshProof() {
    return true;
  }

  /**
   * Whoever is switched off is signed out for good, and gets a new link when switched on again. So is
   * whoever came in as somebody whom an identity provider knows and who is not this person any more.
   */
  @Override
  public void changing(
      Writing writing,
      Stored<PersonSpec> before,
      Stored<PersonSpec> after,
      String by,
      Instant now) {
    Optional<PersonSpec.Subject> elsewhere = before.spec().elsewhere();
    if (before.spec().enabled() && !after.spec().enabled()) {
      logins.endAll(writing, after.id(), by, now);
    } else if (elsewhere.isPresent() && !elsewhere.equals(after.spec().elsewhere())) {
      logins.change(writing, after.id(), by, now, Login::withoutSessions);
    }
  }

  @Override
  public void describe(Stored<PersonSpec> one, Instant now, Json out) {
    Login login = logins.of(one.id());
    out.put("hasPassword", login.password().isPresent())
        .put("lockedUntil", login.misses().lockedAt(now).orElse(null))
        .put("sessions", login.current(now, logins.settings()).sessions().size());
  }

  @Override
  public List<String> warnings(Stored<PersonSpec> one, Instant now) {
    List<String> warnings = new ArrayList<>();
    if (!one.spec().enabled()) {
      warnings.add("the account is switched off");
    }
    if (one.spec().elsewhere().isEmpty() && logins.of(one.id()).password().isEmpty()) {
      warnings.add("there is no password yet; a link lets the person choose one");
    }
    one.spec()
        .elsewhere()
        .filter(subject -> !elsewhere.knows(subject.issuer()))
        .ifPresent(subject -> warnings.add("nobody signs in here by " + subject.issuer()
            + "; look at oidc.issuer, of which each sign counts"));
    if (one.changedBy().startsWith(KnownElsewhere.BY)) {
      warnings.add("the person came by an identity provider, and the name is what was given there;"
          + " look at oidc.subject before you give roles");
    }
    return warnings;
  }

  @Override
  public void hold(List<Stored<PersonSpec>> all) {
    persons.hold(all);
  }
}
