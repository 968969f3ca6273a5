package dev.jeton.cli.audit;

import dev.jeton.cli.console.UsageException;
import picocli.CommandLine.ITypeConverter;

/** Reads the hash of a row. */
final class HeadConverter implements ITypeConverter<String> {
  private static final int LENGTH = 64;

  @Override
  public String convert(String text) {
    if (text.length() != LENGTH
        || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
      throw new UsageException(
          "a head is 64 digits 0-9 a-f, as an earlier jeton audit verify printed it");
    }
    return text;
  }
}
