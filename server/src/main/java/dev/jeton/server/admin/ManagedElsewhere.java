package dev.jeton.server.admin;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Refused;

/** What to refuse with what is asked of something that stands elsewhere. */
final class ManagedElsewhere {
  private ManagedElsewhere() {}

  static <S> Refused unrevealed(Kind<S> kind, Stored<S> one) {
    String where = one.isByKeyFile()
        ? " comes from a key file in the data folder"
        : " comes from the server's settings (jeton.yaml or environment)";
    return refused(
        kind, one, where + ", where whoever may read that finds its secret; it is not shown here");
  }

  static <S> Refused refused(Kind<S> kind, Stored<S> one) {
    String where = one.isByKeyFile()
        ? " comes from a key file in the data folder; store one with that key to change it"
        : " comes from the server's settings (jeton.yaml or environment); change it there";
    return refused(kind, one, where);
  }

  private static <S> Refused refused(Kind<S> kind, Stored<S> one, String where) {
    return new Refused(
        new Problem(409, "managed-by-file", kind.noun() + " " + kind.name(one.spec()) + where));
  }
}
