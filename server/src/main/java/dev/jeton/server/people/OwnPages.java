package dev.jeton.server.people;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;

/** Where passwords may be typed: in pages of this server alone, and where nobody can listen. */
final class OwnPages {
  private OwnPages() {}

  static void require(Call call) {
    if (call.fromForeignPage()) {
      throw new Refused(new Problem(
          403,
          "foreign-page",
          "only the pages of this server itself may do this; open them there"));
    }
    requireUnheard(call);
  }

  /** Also what is no password, such as a session's cookie, crosses no network unprotected. */
  static void requireUnheard(Call call) {
    if (!call.arrival().unheard()) {
      throw new Refused(new Problem(
          403,
          "https-needed",
          "what proves who you are would cross the network unprotected; use https, or localhost on the server's"
              + " own machine"));
    }
  }
}
