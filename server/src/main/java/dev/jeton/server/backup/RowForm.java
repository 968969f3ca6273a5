package dev.jeton.server.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a row: texts (UTF-8) and bytes behind their length in four bytes, whole numbers in
 * eight, truths in one.
 */
final class RowForm {
  /** No value of a store is nearly as long. */
  static final int LONGEST = 16 << 20;

  private RowForm() {}

  static void write(DataOutputStream out, List<Column> columns, List<Object> row)
      throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(i);
      switch (columns.get(i).type()) {
        case TEXT -> write(out, ((String) value).getBytes(StandardCharsets.UTF_8));
        case BYTES -> write(out, (byte[]) value);
        case WHOLE -> out.writeLong((long) value);
        case TRUTH -> out.writeBoolean((boolean) value);
      }
    }
  }

  static Row read(DataInputStream in, Part part) throws IOException {
    List<Object> values = new ArrayList<>(part.columns().size());
    for (Column column : part.columns()) {
      values.add(
          switch (column.type()) {
            case TEXT -> text(bytes(in, LONGEST));
            case BYTES -> bytes(in, LONGEST);
            case WHOLE -> in.readLong();
            case TRUTH -> in.readBoolean();
          });
    }
    return new Row(part, values);
  }

  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    if (bytes.length > LONGEST) {
      throw new IOException("a value is longer than a backup can carry");
    }
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Takes memory only for what is really there. */
  static byte[] bytes(DataInputStream in, int most) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > most) {
      throw new IOException("a length is out of bounds");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return bytes;
  }

  private static String text(byte[] bytes) throws IOException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
