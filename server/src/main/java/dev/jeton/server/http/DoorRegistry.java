package dev.jeton.server.http;

import dev.jeton.server.access.Need;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All doors, and which of them a request's path leads to. */
public final class DoorRegistry {
  private final List<Door> doors = new ArrayList<>();
  private final Map<String, Place> fixed = new HashMap<>();
  private final Map<Integer, List<Place>> open = new HashMap<>();

  /** Adds a door; two for the same method and path are a fault in the program. */
  public void open(Door door) {
    PathTemplate path = door.path();
    Place place = path.isFixed()
        ? fixed.computeIfAbsent(withoutLastSlash(path.toString()), key -> new Place(path))
        : placeFor(path);
    if (place.byMethod.putIfAbsent(door.method().name(), door) != null) {
      throw new IllegalStateException("two doors for " + door.method() + " " + path);
    }
    doors.add(door);
  }

  List<Door> all() {
    return doors;
  }

  /** Where the raw path leads, or null. */
  @Nullable
  Found find(String path) {
    Place place = fixed.get(withoutLastSlash(path));
    if (place != null) {
      return new Found(place, Map.of());
    }
    List<String> segments = PathTemplate.segments(path);
    for (Place candidate : open.getOrDefault(segments.size(), List.of())) {
      Map<String, String> parameters = candidate.path.match(segments);
      if (parameters != null) {
        return new Found(candidate, parameters);
      }
    }
    return null;
  }

  /** A path with doors, and the raw parameters in it. */
  record Found(Place place, Map<String, String> parameters) {}

  /** The doors of one path. */
  static final class Place {
    private final PathTemplate path;
    private final Map<String, Door> byMethod = new TreeMap<>();

    private Place(PathTemplate path) {
      this.path = path;
    }

    String template() {
      return path.toString();
    }

    /** The door for the method; HEAD leads to an open GET door, never to one that mints. */
    @Nullable
    Door door(HttpMethod method) {
      Door door = byMethod.get(method.name());
      return door == null && method.equals(HttpMethod.HEAD) && allowsHead()
          ? byMethod.get("GET")
          : door;
    }

    /** The door for a method as somebody wrote it. */
    Optional<Door> door(@Nullable String method) {
      return Optional.ofNullable(method).map(byMethod::get);
    }

    /** The error shape of this path's doors. */
    ErrorShape errors() {
      return byMethod.values().iterator().next().errors();
    }

    String allow() {
      List<String> methods = new ArrayList<>(byMethod.keySet());
      if (allowsHead()) {
        methods.add("HEAD");
      }
      methods.add("OPTIONS");
      return String.join(", ", methods);
    }

    private boolean allowsHead() {
      Door get = byMethod.get("GET");
      return get != null && get.need() == Need.OPEN;
    }
  }

  private Place placeFor(PathTemplate path) {
    List<Place> places = open.computeIfAbsent(path.length(), key -> new ArrayList<>());
    String shape = shape(path);
    for (Place place : places) {
      if (shape(place.path).equals(shape)) {
        return place;
      }
    }
    Place place = new Place(path);
    places.add(place);
    // A fixed word goes before a parameter in the same spot.
    places.sort(Comparator.comparing(p -> shape(p.path), Comparator.reverseOrder()));
    return place;
  }

  private static String shape(PathTemplate path) {
    return path.toString().replaceAll("\\{[^}]*\\}", "!").replaceAll("/$", "");
  }

  private static String withoutLastSlash(String path) {
    int last = path.length() - 1;
    return last > 0 && path.charAt(last) == '/' ? path.substring(0, last) : path;
  }
}
