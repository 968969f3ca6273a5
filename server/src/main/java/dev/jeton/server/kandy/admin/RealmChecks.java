package dev.jeton.server.kandy.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.admin.Stored;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Callee;
import dev.jeton.server.kandy.KandyRealms;
import dev.jeton.server.kandy.KeyFault;
import dev.jeton.server.kandy.RealmSpec;
import dev.jeton.tokens.Secret;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a realm has to fulfil together with its keys, the other realms and the callees. */
final class RealmChecks {
  private RealmChecks() {}

  static void check(
      Stored<RealmSpec> one, List<Stored<RealmSpec>> realms, List<Stored<Callee>> callees) {
    checkCipher(one);
    for (Stored<RealmSpec> other : realms) {
      if (!other.id().equals(one.id())) {
        checkKeys(one, other);
        checkPresets(one, other);
      }
    }
    checkBindings(realms, callees);
  }

  /** The callees that take calls of a realm alone. */
  static List<Stored<Callee>> bound(String realm, List<Stored<Callee>> callees) {
    String folded = KandyRealms.folded(realm);
    return callees.stream()
        .filter(callee -> callee
            .spec()
            .realm()
            .map(KandyRealms::folded)
            .filter(folded::equals)
            .isPresent())
        .toList();
  }

  /** Without a key that fits, it could neither make tokens nor open any. */
  private static void checkCipher(Stored<RealmSpec> one) {
    RealmSpec spec = one.spec();
    Optional<Secret> active = one.keys().active().map(key -> one.secret(key.id()));
    active.flatMap(key -> KeyFault.ofLength(spec.cipher(), key)).ifPresent(fault -> {
      throw conflict(
          "cipher-needs-key",
          "the realm's Security Key does not fit " + Members.word(spec.cipher()) + ": " + fault
              + "; give the cipher and a securityKey of " + spec.cipher().keyBytes()
              + " bytes together with jeton apply, when the portal's realm changes too, or create"
              + " a second realm and move issuers there");
    });
  }

  /** No realm's name is in a token, so only the key tells whose it is. */
  private static void checkKeys(Stored<RealmSpec> one, Stored<RealmSpec> other) {
    for (Secret secret : one.secrets().values()) {
      if (other.secrets().containsValue(secret)) {
        throw conflict(
            "shared-key",
            "its Security Key is also a key of the realm " + other.spec().name()
                + ", so that tokens of the one open calls of the other; give each realm a key of"
                + " its own");
      }
    }
  }

  /** The door takes an identifier alone. */
  private static void checkPresets(Stored<RealmSpec> one, Stored<RealmSpec> other) {
    Set<String> ours = one.spec().presets().keySet();
    if (ours.isEmpty() || Collections.disjoint(ours, other.spec().presets().keySet())) {
      return;
    }
    Set<String> both = new HashSet<>(ours);
    both.retainAll(other.spec().presets().keySet());
    throw conflict(
        "identifier-taken",
        "the realm " + other.spec().name() + " has a call under the identifier "
            + both.iterator().next() + " too; give it another name");
  }

  /** No callee is bound to a realm that is not there; those that can be changed follow a new name. */
  private static void checkBindings(List<Stored<RealmSpec>> realms, List<Stored<Callee>> callees) {
    Set<String> names = realms.stream()
        .map(realm -> KandyRealms.folded(realm.spec().name()))
        .collect(Collectors.toSet());
    for (Stored<Callee> callee : callees) {
      Optional<String> realm = callee.spec().realm();
      if (!callee.isFixed()
          && realm
              .map(KandyRealms::folded)
              .filter(name -> !names.contains(name))
              .isPresent()) {
        throw conflict(
            "in-use",
            "callee " + callee.spec().address() + " is bound to a realm " + realm.get()
                + ", which there would not be then; bind it to another first");
      }
    }
  }

  private static Refused conflict(String code, String detail) {
    return new Refused(new Problem(409, code, detail));
  }
}
