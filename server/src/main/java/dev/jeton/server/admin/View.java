package dev.jeton.server.admin;

import java.util.List;
import java.util.Optional;

/** What there is of all kinds, as it will be when the change that is looked at is made. */
public interface View {

  /** All of a kind, those of file and environment first. */
  <S> List<Stored<S>> all(Kind<S> kind);

  /** The one of that id, name or further word. */
  <S> Optional<Stored<S>> find(Kind<S> kind, String reference);

  /** The same of a kind in another room, by the kind's word; empty also where no such kind is. */
  Optional<Named> find(String word, String reference);

  /** As much of a thing as rooms tell each other. */
  record Named(String id, String name) {}
}
