package dev.jeton.tokens.agora;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Privilege ids with a time in seconds each, ascending by id. In 007 the time counts from the issue
 * time, in 006 it is an absolute unix time; 0 means no end of its own, so the token's end holds.
 *
 * <p>Ids are unsigned 16-bit, times unsigned 32-bit. Immutable.
 */
public final class Privileges {
  /** RTC, and the first id of most services: join or log in. */
  public static final int JOIN = 1;

  /** RTC: send sound. */
  public static final int PUBLISH_AUDIO = 2;
  /** RTC: send pictures. */
  public static final int PUBLISH_VIDEO = 3;
  /** RTC: send data streams. */
  public static final int PUBLISH_DATA = 4;

  /** 006 only: log in to RTM. */
  public static final int RTM_LOGIN_006 = 1000;

  private static final Privileges NONE = new Privileges(new long[0]);

  /** A server hands out one lifetime all day, so the last of each role is kept and shared. */
  private static volatile Privileges lastPublisher = rtc(0, 0, 0, 0);

  private static volatile Privileges lastSubscriber = of(JOIN, 0);

  /** id in the upper 32 bits, seconds in the lower. */
  private final long[] entries;

  private Privileges(long[] entries) {
    this.entries = entries;
  }

  /** No privileges at all, as ConvoAI and STT have. */
  public static Privileges none() {
    return NONE;
  }

  /** One privilege. */
  public static Privileges of(int id, long seconds) {
    return new Privileges(new long[] {entry(id, seconds)});
  }

  /** Any privileges, by id. */
  public static Privileges of(Map<Integer, Long> secondsById) {
    SortedMap<Integer, Long> sorted = new TreeMap<>(secondsById);
    long[] entries = new long[sorted.size()];
    int i = 0;
    for (Map.Entry<Integer, Long> e : sorted.entrySet()) {
      entries[i++] = entry(e.getKey(), e.getValue());
    }
    return new Privileges(entries);
  }

  /**
   * RTC privileges by role: a publisher gets join, audio, video and data, a subscriber join alone.
   * Official Java and Ruby 006 also let a subscriber publish; that is a fault of theirs.
   */
  public static Privileges rtc(RtcRole role, long seconds) {
    return role == RtcRole.PUBLISHER ? publisher(seconds) : subscriber(seconds);
  }

  private static Privileges publisher(long seconds) {
    Privileges last = lastPublisher;
    if (last.seconds(0) != seconds) {
      last = rtc(seconds, seconds, seconds, seconds);
      lastPublisher = last;
    }
    return last;
  }

  private static Privileges subscriber(long seconds) {
    Privileges last = lastSubscriber;
    if (last.seconds(0) != seconds) {
      last = of(JOIN, seconds);
      lastSubscriber = last;
    }
    return last;
  }

  /** RTC privileges with a time each; all four ids are present, 0 included. */
  public static Privileges rtc(long join, long audio, long video, long data) {
    return new Privileges(new long[] {
      entry(JOIN, join),
      entry(PUBLISH_AUDIO, audio),
      entry(PUBLISH_VIDEO, video),
      entry(PUBLISH_DATA, data)
    });
  }

  private static long entry(int id, long seconds) {
    if (id < 0 || id > 0xffff) {
      throw new IllegalArgumentException("a privilege id is 0..65535, not " + id);
    }
    if (seconds < 0 || seconds > 0xffff_ffffL) {
      throw new IllegalArgumentException(
          "the seconds of a privilege are 0..4294967295, not " + seconds);
    }
    return (long) id << 32 | seconds;
  }

  /** A sorted, duplicate-free list as a parser found it. */
  static Privileges ofEntries(long[] entries) {
    return entries.length == 0 ? NONE : new Privileges(entries);
  }

  /** How many there are. */
  public int size() {
    return entries.length;
  }

  /** Whether there is none. */
  public boolean isEmpty() {
    return entries.length == 0;
  }

  /** The id at a position, ascending. */
  public int id(int index) {
    return (int) (entries[index] >>> 32);
  }

  /** The seconds at a position. */
  public long seconds(int index) {
    return entries[index] & 0xffff_ffffL;
  }

  /** The position of an id, or -1. */
  public int indexOf(int id) {
    for (int i = 0; i < entries.length; i++) {
      if (id(i) == id) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an id is there, alive or not. */
  public boolean has(int id) {
    return indexOf(id) >= 0;
  }

  /** All of them by id, ascending. */
  public SortedMap<Integer, Long> asMap() {
    SortedMap<Integer, Long> map = new TreeMap<>();
    for (int i = 0; i < entries.length; i++) {
      map.put(id(i), seconds(i));
    }
    return map;
  }

  void packTo(Packer out) {
    out.uint16(entries.length);
    for (long entry : entries) {
      out.uint16((int) (entry >>> 32));
      out.uint32((int) entry);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Privileges that && java.util.Arrays.equals(entries, that.entries);
  }

  @Override
  public int hashCode() {
    return java.util.Arrays.hashCode(entries);
  }

  @Override
  public String toString() {
    return asMap().toString();
  }
}
