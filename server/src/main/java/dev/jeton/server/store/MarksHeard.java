package dev.jeton.server.store;

import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Hands what other nodes announce to the marks of each kind. */
public final class MarksHeard implements Consumer<String> {
  private static final Logger LOG = Logger.getLogger(MarksHeard.class);

  private final List<SharedMarks> all;

  public MarksHeard(List<SharedMarks> all) {
    this.all = List.copyOf(all);
  }

  /** A notice as PostgreSQL hands it over. What goes wrong with one must not end the feed. */
  @Override
  public void accept(String notice) {
    Announcement.parse(notice)
        .ifPresentOrElse(
            told -> all.forEach(marks -> marks.hear(told)),
            () -> LOG.debug("a notice of marks is of a form that this server does not know"));
  }
}
