package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import java.util.ArrayList;
import java.util.List;

/**
 * Two things that an operator says of a realm, each fine and not together.
 *
 * @param member which of them to change
 */
public record Misfit(Member member, String wrong, String right) {
  /** What can be the wrong one. */
  public enum Member {
    ACCOUNTS,
    FROM,
    ACCOUNT_BINDING
  }

  /** All of a realm. */
  public static List<Misfit> of(RealmSpec realm) {
    List<Misfit> misfits = new ArrayList<>();
    Convention rule = realm.convention();
    if (rule == Convention.B && realm.accounts().first().isEmpty()) {
      misfits.add(new Misfit(
          Member.ACCOUNTS,
          "convention B needs it",
          "give the user that is set up for anonymous calls"));
    }
    if (rule == Convention.D && realm.from().isEmpty()) {
      misfits.add(new Misfit(
          Member.FROM, "convention D needs it", "give display names, or patterns such as guest-*"));
    }
    if (rule != Convention.A && realm.binding() == AccountBinding.EQUALS_TO) {
      misfits.add(new Misfit(
          Member.ACCOUNT_BINDING,
          "under convention " + rule + " the account is the caller",
          "give equals-from or any"));
    }
    if (rule == Convention.A
        && realm.binding() == AccountBinding.EQUALS_FROM
        && realm.accounts().isEmpty()) {
      misfits.add(new Misfit(
          Member.ACCOUNT_BINDING,
          "under convention A the account is the callee",
          "give equals-to or any"));
    }
    return misfits;
  }
}
