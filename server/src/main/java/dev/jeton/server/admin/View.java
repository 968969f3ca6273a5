package dev.jeton.server.admin;

import java.util.List;
import java.util.Optional;

/** What there is of all kinds, as it will be when the change that is looked at is made. */
public interface View {

  /** All of a kind, those of file and environment first. */
  <S> List<Stored<S>> all(Kind<S> kind);

  /** The one of that id, name or further word. */
  <S> Optional<Stored<S>> find(Kind<S> kind, String reference);
}
