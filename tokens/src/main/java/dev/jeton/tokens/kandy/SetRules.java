package dev.jeton.tokens.kandy;

import java.util.Optional;

/**
 * What the three tokens of a call have to fulfil together, besides carrying one time. A rule that is
 * not given is not checked and is listed as unchecked in the result; to allow anything knowingly,
 * give {@link AccountBinding#ANY} or {@link AddressPatterns#any()}.
 *
 * @param sameIv whether CBC tokens must share one IV, as those of the vendor's issuers do
 * @param binding whom the account has to be
 * @param to the callees that may be called
 * @param from the callers that may call
 */
public record SetRules(
    boolean sameIv,
    Optional<AccountBinding> binding,
    Optional<AddressPatterns> to,
    Optional<AddressPatterns> from) {
  /** Nothing but one time. */
  public static SetRules none() {
    return new SetRules(false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** With one IV for the set demanded. */
  public SetRules requireSameIv() {
    return new SetRules(true, binding, to, from);
  }

  /** With the account bound. */
  public SetRules binding(AccountBinding bound) {
    return new SetRules(sameIv, Optional.of(bound), to, from);
  }

  /** With these callees alone. */
  public SetRules to(AddressPatterns allowed) {
    return new SetRules(sameIv, binding, Optional.of(allowed), from);
  }

  /** With these callers alone. */
  public SetRules from(AddressPatterns allowed) {
    return new SetRules(sameIv, binding, to, Optional.of(allowed));
  }
}
