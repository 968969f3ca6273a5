package dev.jeton.tokens.agora;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What an RTM2 user may do with which resources: resource type, then permission, then names. Both
 * levels of keys are packed ascending, names in the order given.
 */
public final class RtmPermissions {
  /** The kinds of resources, in the order of their numbers. */
  public enum Resource {
    MESSAGE_CHANNELS(0),
    STREAM_CHANNELS(1),
    GROUP_CHANNELS(2),
    SERVER_GROUPS(3),
    USERS(4);

    private final int number;

    Resource(int number) {
      this.number = number;
    }

    /** The number on the wire. */
    public int number() {
      return number;
    }
  }

  /** What may be done, by its number on the wire. */
  public enum Access {
    READ(0),
    WRITE(1);

    private final int number;

    Access(int number) {
      this.number = number;
    }

    /** The number on the wire. */
    public int number() {
      return number;
    }
  }

  private final SortedMap<Integer, SortedMap<Integer, List<String>>> names;

  private RtmPermissions(SortedMap<Integer, SortedMap<Integer, List<String>>> names) {
    names.replaceAll((resource, byAccess) -> Collections.unmodifiableSortedMap(byAccess));
    this.names = Collections.unmodifiableSortedMap(names);
  }

  /** No permissions at all; add some with {@link #with}. */
  public static RtmPermissions none() {
    return new RtmPermissions(new TreeMap<>());
  }

  /** These and names added to one resource and access. */
  public RtmPermissions with(Resource resource, Access access, List<String> resourceNames) {
    SortedMap<Integer, SortedMap<Integer, List<String>>> copy = new TreeMap<>();
    names.forEach((key, value) -> copy.put(key, new TreeMap<>(value)));
    copy.computeIfAbsent(resource.number(), r -> new TreeMap<>())
        .merge(
            access.number(),
            List.copyOf(resourceNames),
            (before, added) -> Stream.concat(before.stream(), added.stream()).toList());
    return new RtmPermissions(copy);
  }

  /** Resource number, then permission number, then names; numbers unknown here included. */
  public Map<Integer, SortedMap<Integer, List<String>>> asMap() {
    return names;
  }

  void packTo(Packer out) {
    out.uint16(names.size());
    names.forEach((resource, byAccess) -> {
      out.uint16(resource);
      out.uint16(byAccess.size());
      byAccess.forEach((access, list) -> {
        out.uint16(access);
        out.uint16(list.size());
        list.forEach(out::string);
      });
    });
  }

  static RtmPermissions unpackFrom(Unpacker in) throws Unpacker.Malformed {
    SortedMap<Integer, SortedMap<Integer, List<String>>> names = new TreeMap<>();
    int resources = in.count(4);
    for (int r = 0; r < resources; r++) {
      int resource = in.uint16();
      SortedMap<Integer, List<String>> byAccess = new TreeMap<>();
      int accesses = in.count(4);
      for (int a = 0; a < accesses; a++) {
        int access = in.uint16();
        int count = in.count(2);
        List<String> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
          list.add(in.string());
        }
        if (byAccess.put(access, List.copyOf(list)) != null) {
          throw new Unpacker.Malformed("a permission stands twice");
        }
      }
      if (names.put(resource, byAccess) != null) {
        throw new Unpacker.Malformed("a resource stands twice");
      }
    }
    return new RtmPermissions(names);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RtmPermissions that && names.equals(that.names);
  }

  @Override
  public int hashCode() {
    return names.hashCode();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
