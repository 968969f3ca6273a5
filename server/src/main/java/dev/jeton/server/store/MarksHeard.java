package dev.jeton.server.store;

import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Keeps the marks of all rooms up to date: by what other nodes announce, and by reading anew. */
public final class MarksHeard implements Consumer<String> {
  private static final Logger LOG = Logger.getLogger(MarksHeard.class);

  private final List<SharedMarks> all;

  public MarksHeard(List<SharedMarks> all) {
    this.all = List.copyOf(all);
  }

  /** Reads all of them anew. Blocks; what goes wrong with one kind is no matter of the others. */
  public void load() {
    for (SharedMarks marks : all) {
      try {
        marks.load();
      } catch (StoreUnavailable e) {
        LOG.debug("marks are read again when the database answers");
      } catch (RuntimeException e) {
        LOG.error("marks could not be read; it is tried again", e);
      }
    }
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
