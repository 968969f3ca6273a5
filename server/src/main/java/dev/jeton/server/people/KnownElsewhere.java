package dev.jeton.server.people;

import dev.jeton.server.access.Role;
import dev.jeton.server.admin.Acts;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.alerts.Addresses;
import dev.jeton.server.audit.AuditRow;
import dev.jeton.server.audit.People;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import dev.jeton.server.oidc.Attested;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * Signs in people whom an identity provider vouches for. Who is not known here by issuer and subject becomes
 * somebody new, whatever mail address the provider tells: those change hands.
 */
@Singleton
class KnownElsewhere {
  /** How those begin who made themselves known here. */
  static final String BY = "oidc:";

  private static final int TRIES = 3;
  private static final int LONGEST_MAIL = 254;

  /** All of them are in memory; operators can make more. */
  static final int MOST = 10_000;

  private final PersonKind kind;
  private final Logins logins;
  private final Persons persons;
  private final Acts acts;
  private final RandomGenerator random;

  KnownElsewhere(
      PersonKind kind, Logins logins, Persons persons, Acts acts, RandomGenerator random) {
    this.kind = kind;
    this.logins = logins;
    this.persons = persons;
    this.acts = acts;
    this.random = random;
  }

  /** The person of that subject; empty for nobody. */
  Optional<Stored<PersonSpec>> find(PersonSpec.Subject subject) {
    return persons.known(subject);
  }

  /** Whether anybody is here yet, who would have made the first operator, and no crowd of strangers. */
  boolean mayCome() {
    return !persons.isEmpty() && persons.size() < MOST;
  }

  void signIn(Call call, Stored<PersonSpec> person, NewSession begun) {
    acts.write(writing -> {
      begun.keep(writing, logins, person.id(), UnaryOperator.identity());
      return new Acts.Done<>(begun.session().id(), List.of(row(call, person, begun)));
    });
  }

  /** Makes a developer without rights, and signs that one in. */
  void welcome(Call call, Attested who, PersonSpec.Subject subject, NewSession begun) {
    String by = BY + who.provider().name();
    String called = who.text("preferred_username").or(() -> who.text("email")).orElse("");
    for (int left = TRIES; ; left--) {
      PersonSpec spec = newcomer(who, subject, called);
      try {
        acts.create(kind, spec, by, random, (writing, one) -> {
          begun.keep(writing, logins, one.id(), UnaryOperator.identity());
          Map<String, String> details = Map.of("id", one.id(), "issuer", subject.issuer());
          AuditRow made = call.row("person-create", null, "done", null, details, List.of());
          return List.of(made.about(about(one)), row(call, one, begun));
        });
        return;
      } catch (Refused e) {
        Optional<Stored<PersonSpec>> meanwhile = persons.known(subject);
        if (meanwhile.filter(one -> one.spec().enabled()).isPresent()) {
          signIn(call, meanwhile.get(), begun);
          return;
        }
        if (left == 1 || e.problem().status() != 409) {
          throw e;
        }
      }
    }
  }

  private PersonSpec newcomer(Attested who, PersonSpec.Subject subject, String called) {
    String name = PersonFields.nameLike(called, "");
    if (persons.named(name).isPresent()) {
      name = PersonFields.nameLike(called, "-" + Integer.toHexString(random.nextInt() >>> 8));
    }
    boolean verified = who.claims().truth("email_verified").orElse(false);
    Optional<String> mail = who.text("email")
        .filter(text -> verified && text.length() <= LONGEST_MAIL && Addresses.isMail(text));
    return new PersonSpec(name, mail, Set.of(Role.DEVELOPER), true, Optional.of(subject));
  }

  private static AuditRow row(Call call, Stored<PersonSpec> person, NewSession begun) {
    Map<String, String> details =
        new HashMap<>(Map.of("session", begun.session().id(), "by", "oidc"));
    person.spec().elsewhere().ifPresent(subject -> details.put("issuer", subject.issuer()));
    return call.row("done", null, ClientNetwork.and(call, details)).about(about(person));
  }

  /** Both of its names, which can be erased from the audit. */
  static People about(Stored<PersonSpec> person) {
    People people = PersonDoors.about(person);
    return person
        .spec()
        .elsewhere()
        .map(subject -> people.and("subject", subject.id()))
        .orElse(people);
  }
}
