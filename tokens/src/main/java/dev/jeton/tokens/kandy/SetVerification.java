package dev.jeton.tokens.kandy;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checks on three verified tokens together. */
final class SetVerification {
  private final VerifiedKandyToken account;
  private final VerifiedKandyToken from;
  private final VerifiedKandyToken to;

  SetVerification(VerifiedKandyToken account, VerifiedKandyToken from, VerifiedKandyToken to) {
    this.account = account;
    this.from = from;
    this.to = to;
  }

  Outcome<VerifiedTriple> verify(SetRules rules) {
    if (!account.issuedAt().equals(from.issuedAt()) || !from.issuedAt().equals(to.issuedAt())) {
      return Outcome.refused(Reason.TIME_MISMATCH, "the three carry different times");
    }
    if (rules.sameIv() && !haveOneIv()) {
      return Outcome.refused(Reason.TIME_MISMATCH, "the three have different IVs");
    }
    if (!isBound(rules.binding().orElse(AccountBinding.ANY))) {
      return Outcome.refused(
          Reason.ACCOUNT_MISMATCH,
          rules.binding().equals(Optional.of(AccountBinding.EQUALS_TO))
              ? "the account is not the callee"
              : "the account is not the caller");
    }
    if (rules.to().isPresent() && !rules.to().get().allow(to.name())) {
      return Outcome.refused(Reason.TO_NOT_ALLOWED, "calls to this callee are not allowed");
    }
    if (rules.from().isPresent() && !rules.from().get().allow(from.name())) {
      return Outcome.refused(Reason.FROM_NOT_ALLOWED, "calls from this caller are not allowed");
    }
    return Outcome.accepted(new VerifiedTriple(account, from, to, unchecked(rules)));
  }

  private boolean haveOneIv() {
    Optional<String> iv = account.raw().iv();
    return iv.equals(from.raw().iv()) && iv.equals(to.raw().iv());
  }

  private boolean isBound(AccountBinding binding) {
    return switch (binding) {
      case ANY -> true;
      case EQUALS_TO -> Address.of(account.name()).equals(Address.of(to.name()));
      case EQUALS_FROM -> Address.of(account.name()).equals(Address.of(from.name()));
    };
  }

  private static List<SetCheck> unchecked(SetRules rules) {
    List<SetCheck> unchecked = new ArrayList<>();
    if (rules.binding().isEmpty()) {
      unchecked.add(SetCheck.ACCOUNT);
    }
    if (rules.to().isEmpty()) {
      unchecked.add(SetCheck.TO);
    }
    if (rules.from().isEmpty()) {
      unchecked.add(SetCheck.FROM);
    }
    return unchecked;
  }
}
