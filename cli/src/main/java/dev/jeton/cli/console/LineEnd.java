package dev.jeton.cli.console;

/** The line end that editors and {@code echo} add to what is not a line. */
final class LineEnd {
  private LineEnd() {}

  /** The length without one line end, {@code \n} or {@code \r\n}; no other white space is taken. */
  static int lengthWithout(byte[] bytes, int length) {
    if (length == 0 || bytes[length - 1] != '\n') {
      return length;
    }
    return length > 1 && bytes[length - 2] == '\r' ? length - 2 : length - 1;
  }
}
