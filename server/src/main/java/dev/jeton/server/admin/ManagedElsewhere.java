package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;

/** What to refuse a change with of something that cannot be changed here. */
final class ManagedElsewhere {
  private ManagedElsewhere() {}

  static <S> Refused refused(Kind<S> kind, Stored<S> one) {
    String where = one.isByKeyFile()
        ? " comes from a key file in the data folder; store one with that key to change it"
        : " comes from the server's settings (jeton.yaml or environment); change it there";
    return new Refused(
        new Problem(409, "managed-by-file", kind.noun() + " " + kind.name(one.spec()) + where));
  }
}
