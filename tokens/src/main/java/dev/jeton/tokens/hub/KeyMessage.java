package dev.jeton.tokens.hub;

import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * libp2p's {@code PublicKey} and {@code PrivateKey} messages (proto2): {@code required KeyType Type =
 * 1; required bytes Data = 2}.
 *
 * <p>Read as Go reads it: fields in any order, numbers in more bytes than they need, unknown fields
 * skipped. Narrower than Go: a field that is there twice and groups are refused, since two readers may
 * see two keys in them and no encoder writes them. Written in one way only.
 */
final class KeyMessage {
  private static final int TYPE_TAG = 1 << 3;
  private static final int DATA_TAG = 2 << 3 | 2;

  private final KeyType type;
  private final byte[] data;

  KeyMessage(KeyType type, byte[] data) {
    this.type = type;
    this.data = data;
  }

  static Outcome<KeyMessage> parse(byte[] bytes) {
    return new Reader(bytes).message();
  }

  KeyType type() {
    return type;
  }

  /** The bytes of the key, whose form depends on its type. */
  byte[] data() {
    return data;
  }

  byte[] encoded() {
    byte[] bytes = new byte[data.length + 5];
    int at = 0;
    bytes[at++] = TYPE_TAG;
    bytes[at++] = (byte) type.number();
    bytes[at++] = DATA_TAG;
    if (data.length > 0x7f) {
      bytes[at++] = (byte) (data.length | 0x80);
      bytes[at++] = (byte) (data.length >>> 7);
    } else {
      bytes[at++] = (byte) data.length;
    }
    System.arraycopy(data, 0, bytes, at, data.length);
    return Arrays.copyOf(bytes, at + data.length);
  }

  /** Reads from front to end and stops at the first thing that is wrong. */
  private static final class Reader {
    private static final long MAX_TAG = 0xffffffffL;
    private static final int MAX_VARINT_BYTES = 10;

    private final byte[] bytes;
    private int at;
    private boolean wrong;
    private long type = -1;
    private byte @Nullable [] data;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    Outcome<KeyMessage> message() {
      while (at < bytes.length && !wrong) {
        field(varint());
      }
      byte[] found = data;
      if (wrong || type < 0 || found == null) {
        return Outcome.refused(Reason.MALFORMED, "it is not a libp2p key message of type and data");
      }
      Optional<KeyType> known = KeyType.of(type);
      return known.isPresent()
          ? Outcome.accepted(new KeyMessage(known.get(), found))
          : Outcome.refused(
              Reason.KEY_TYPE_UNSUPPORTED, "its type of key is none of libp2p's four");
    }

    private void field(long tag) {
      if (tag == TYPE_TAG && type < 0) {
        type = varint();
        wrong |= type < 0;
      } else if (tag == DATA_TAG && data == null) {
        data = take(varint());
      } else if (tag < 1 << 3 || tag > MAX_TAG || tag >>> 3 == 1 || tag >>> 3 == 2) {
        wrong = true;
      } else {
        skip((int) (tag & 7));
      }
    }

    private void skip(int wireType) {
      switch (wireType) {
        case 0 -> varint();
        case 1 -> take(8);
        case 2 -> take(varint());
        case 5 -> take(4);
        default -> wrong = true;
      }
    }

    private byte @Nullable [] take(long count) {
      if (count < 0 || count > bytes.length - at) {
        wrong = true;
        return null;
      }
      at += (int) count;
      return Arrays.copyOfRange(bytes, at - (int) count, at);
    }

    /** Unsigned 64 bits; what does not fit into 63 comes out negative. */
    private long varint() {
      long value = 0;
      for (int i = 0; i < MAX_VARINT_BYTES && at < bytes.length; i++) {
        byte b = bytes[at++];
        value |= (long) (b & 0x7f) << (7 * i);
        if (b >= 0) {
          wrong |= i == MAX_VARINT_BYTES - 1 && b > 1;
          return value;
        }
      }
      wrong = true;
      return -1;
    }
  }
}
