package dev.jeton.server.api;

import dev.jeton.server.http.Json;
import dev.jeton.tokens.Reason;
import java.util.List;
import java.util.function.Consumer;

/** What a verification found. */
public sealed interface Verdict {

  /**
   * Nothing stood against the token.
   *
   * @param members what it is and says
   * @param unchecked the checks that were not made
   */
  record Valid(Consumer<Json> members, List<String> unchecked) implements Verdict {}

  /**
   * The token was refused.
   *
   * @param reason the exact code, for those who may know it
   * @param detail the same in a sentence
   * @param unchecked what was not given and had to be, where that is the reason
   * @param explained whether those who may know exact codes may know this one
   */
  record Invalid(Reason reason, String detail, List<String> unchecked, boolean explained)
      implements Verdict {
    public Invalid(Reason reason, String detail, List<String> unchecked) {
      this(reason, detail, unchecked, true);
    }
  }

  /** The same, whose exact code nobody outside learns unless that is so. */
  default Verdict explainedIf(boolean allowed) {
    return this instanceof Invalid invalid && !allowed
        ? new Invalid(invalid.reason(), invalid.detail(), invalid.unchecked(), false)
        : this;
  }
}
