package dev.jeton.server.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of several things of one kind callers get who name none: the one that the file marks, else
 * the one of the plain keys, else the only one.
 */
public final class Standard {
  private final String kind;
  private final Key mark;
  private final List<String> names = new ArrayList<>();
  private @Nullable String plain;
  private @Nullable String marked;

  /**
   * To be asked when all are read.
   *
   * @param kind what they are, for messages: "realm", say
   * @param mark the key that marks one
   */
  public Standard(String kind, Key mark) {
    this.kind = kind;
    this.mark = mark;
  }

  /** One that the plain keys describe. */
  public void addPlain(String name) {
    names.add(name);
    plain = name;
  }

  /** One that the file names, with the reader of its own keys; a second mark is a fault. */
  public void add(String name, SettingsReader in) {
    names.add(name);
    if (!in.truth(mark)) {
      return;
    }
    if (marked == null) {
      marked = name;
    } else {
      in.fault(mark, kind + " " + marked + " is the default too", "mark one");
    }
  }

  /** The name of the one that the file marks. */
  public Optional<String> marked() {
    return Optional.ofNullable(marked);
  }

  /** Its name; empty where several stand side by side and none is marked. */
  public Optional<String> name() {
    return Optional.ofNullable(marked)
        .or(() -> Optional.ofNullable(plain))
        .or(() -> names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty());
  }
}
