package dev.jeton.server.kandy.api;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.KandyRealm;
import dev.jeton.server.kandy.Named;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.Triple;
import dev.jeton.tokens.kandy.VerifiedKandyToken;
import dev.jeton.tokens.kandy.VerifiedTriple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What whoever asks knows of a call beyond what the realm demands: names, or patterns of them. */
record SetContext(
    Optional<AddressPattern> account,
    Optional<AddressPattern> from,
    Optional<AddressPattern> to,
    Optional<String> client) {

  /** Nothing. */
  static final SetContext NONE = ofClient(Optional.empty());

  /** No more than the address of the caller's machine. */
  static SetContext ofClient(Optional<String> client) {
    return new SetContext(Optional.empty(), Optional.empty(), Optional.empty(), client);
  }

  static SetContext read(Fields context) {
    return new SetContext(
        pattern(context, "account"),
        pattern(context, "from"),
        pattern(context, "to"),
        Named.client(context));
  }

  /** Verifies a set by the realm's rules and by these. */
  Outcome<VerifiedTriple> verify(KandyRealm realm, Triple triple, Instant now) {
    SetRules rules = realm.rules();
    if (rules.to().isEmpty() && to.isPresent()) {
      rules = rules.to(new AddressPatterns(List.of(to.get())));
    }
    return realm.verify(triple, rules, now).then(this::compared);
  }

  private Outcome<VerifiedTriple> compared(VerifiedTriple set) {
    if (differs(account, set.account())) {
      return Outcome.refused(Reason.ACCOUNT_MISMATCH, "the account is not that of the context");
    }
    if (differs(to, set.to())) {
      return Outcome.refused(Reason.TO_NOT_ALLOWED, "the callee is not that of the context");
    }
    if (differs(from, set.from())) {
      return Outcome.refused(Reason.FROM_NOT_ALLOWED, "the caller is not that of the context");
    }
    return Outcome.accepted(set);
  }

  private static boolean differs(Optional<AddressPattern> wanted, VerifiedKandyToken token) {
    return wanted.isPresent() && !wanted.get().matches(token.name());
  }

  private static Optional<AddressPattern> pattern(Fields context, String member) {
    @Nullable String text = context.textOrNull(member);
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(AddressPattern.of(text));
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("wrong-name", "context." + member + ": " + e.getMessage());
    }
  }
}
