package dev.jeton.server.http;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** The names of the doors that an operator may open to those who bring no proof. */
@Singleton
public class OpenableDoors {
  private volatile List<String> names = List.of();

  /** Takes them from all doors, before the first request. */
  public void hold(DoorRegistry doors) {
    names =
        doors.all().stream().filter(Door::mayBeOpened).map(Door::name).sorted().toList();
  }

  /** All of them, such as {@code GET /token}. */
  public List<String> all() {
    return names;
  }

  /** The one that is meant, whether or not its last slash is there. */
  public Optional<String> named(String text) {
    return names.stream()
        .filter(name -> withoutLastSlash(name).equals(withoutLastSlash(text)))
        .findFirst();
  }

  private static String withoutLastSlash(String text) {
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
