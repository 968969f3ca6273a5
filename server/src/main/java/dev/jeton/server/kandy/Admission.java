package dev.jeton.server.kandy;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.Identity;
import dev.jeton.tokens.kandy.Parties;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Decides who goes into the tokens of a call, and whether the realm allows it. */
final class Admission {
  private Admission() {}

  /** Who goes where, if callee, caller and account binding fit the realm. */
  static Parties parties(KandyRealm realm, CallWish wish) {
    Parties parties = resolved(realm, wish);
    check(realm, parties);
    return parties;
  }

  /** Refuses a call that the realm's lists, binding or domains do not allow. */
  static void check(KandyRealm realm, Parties parties) {
    if (!realm.spec().to().allow(parties.to())) {
      throw refused(
          realm,
          parties,
          "to-not-allowed",
          "this callee may not be called; the realm's list of callees (to) says who may");
    }
    if (!realm.callers().allow(parties.from())) {
      throw refused(
          realm,
          parties,
          "from-not-allowed",
          "nobody may call under this name; the realm's list of callers (from) says who may");
    }
    if (!fits(realm.spec().binding(), parties)) {
      throw refused(
          realm,
          parties,
          "account-mismatch",
          realm.spec().binding() == AccountBinding.EQUALS_TO
              ? "the account must be the callee (the realm's account binding)"
              : "the account must be the caller (the realm's account binding)");
    }
    realm
        .spec()
        .domains()
        .objection(parties.account().text(), parties.to().text())
        .ifPresent(detail -> {
          throw refused(realm, parties, Reason.DOMAIN_NOT_SERVED, detail);
        });
  }

  /**
   * Refuses an account that the operator did not mean to lend. The callee's own is fine, and so is the
   * caller's where the realm's convention says so or the caller is listed by name; a pattern for
   * callers is no pattern for accounts.
   */
  static void checkAccount(KandyRealm realm, Parties parties) {
    Identity account = parties.account();
    boolean fine = account.equals(parties.to())
        || realm.spec().accounts().allow(account)
        || (account.equals(parties.from())
            && (realm.spec().convention() != Convention.A || realm.callers().names(account)));
    if (!fine) {
      throw refused(
          realm,
          parties,
          "account-not-allowed",
          "this account may not be used; the realm's list of accounts says which may");
    }
  }

  /** Who goes where, whether the realm allows it or not. */
  static Parties resolved(KandyRealm realm, CallWish wish) {
    Convention convention = wish.convention().orElse(realm.spec().convention());
    Optional<Identity> account = wish.account();
    Optional<Identity> from = wish.from();
    switch (convention) {
      case A -> {
        account = account.or(realm.spec().accounts()::first);
        from = from.or(realm.callers()::first);
      }
      case B -> account = account.or(wish::from).or(realm.spec().accounts()::first);
      case C, D -> from = from.or(realm.callers()::first);
    }
    try {
      return convention.parties(wish.to(), from, account);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("wrong-parties", String.valueOf(e.getMessage()));
    }
  }

  private static boolean fits(AccountBinding binding, Parties parties) {
    return switch (binding) {
      case ANY -> true;
      case EQUALS_TO -> parties.account().equals(parties.to());
      case EQUALS_FROM -> parties.account().equals(parties.from());
    };
  }

  /** Under the word that verifying has for the same. */
  static Refused refused(KandyRealm realm, Parties parties, Reason reason, String detail) {
    String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return refused(realm, parties, code, detail);
  }

  /** The audit gets to know who was to call whom. */
  static Refused refused(KandyRealm realm, Parties parties, String code, String detail) {
    return refused(realm, parties, new Problem(403, code, detail));
  }

  static Refused refused(KandyRealm realm, Parties parties, Problem problem) {
    return new Refused(problem)
        .recordedAs(
            problem.code(),
            Map.of("realm", realm.name()),
            Issued.people(
                parties.account().text(), parties.from().text(), parties.to().text()));
  }
}
