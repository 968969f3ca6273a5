package dev.jeton.server.alerts;

import java.time.Instant;
import java.util.List;

/** Looks for what an operator should be told; every bean of this type is asked once a minute. */
public interface Watch {

  /** What is wrong now. May block for a few seconds; what it throws leaves all as it was. */
  List<Condition> look(Instant now);
}
