package dev.jeton.server.store;

import java.util.List;

/** What has marks that all nodes share; a bean of a room, so that they are kept up to date. */
public interface SharingMarks {

  /** All of them, the same each time. */
  List<SharedMarks> shared();
}
