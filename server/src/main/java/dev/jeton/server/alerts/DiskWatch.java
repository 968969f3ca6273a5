package dev.jeton.server.alerts;

import dev.jeton.server.audit.DiskUse;
import dev.jeton.server.settings.DataSettings;
import dev.jeton.server.settings.LiveSettings;
import dev.jeton.server.settings.Settings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Tells when the disk of the data folder is nearly full. */
@Singleton
class DiskWatch implements Watch {
  private static final int PERCENT = 100;

  private final DiskUse disk;
  private final LiveSettings live;
  private final Supplier<String> node;

  @Inject
  DiskWatch(Settings settings, LiveSettings live, NodeName node) {
    this(DiskUse.of(settings.get(DataSettings.class).folder()), live, node::get);
  }

  DiskWatch(DiskUse disk, LiveSettings live, Supplier<String> node) {
    this.disk = disk;
    this.live = live;
    this.node = node;
  }

  @Override
  public List<Condition> look(Instant now) {
    int full = fullness();
    return full < live.get(AlertsSection.DISK_ABOVE)
        ? List.of()
        : List.of(Condition.here(
            "disk-full",
            node.get(),
            "the disk of the data folder is " + full
                + " % full; without room nothing is minted, make some"));
  }

  private int fullness() {
    try {
      return (int) (disk.share() * PERCENT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
