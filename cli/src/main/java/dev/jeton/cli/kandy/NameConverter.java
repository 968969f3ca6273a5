package dev.jeton.cli.kandy;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.Identity;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;

/** Reads an address or display name, or a pattern of them; the library says what is wrong with it. */
abstract class NameConverter<T> implements ITypeConverter<T> {
  private final Function<String, T> read;

  NameConverter(Function<String, T> read) {
    this.read = read;
  }

  @Override
  public T convert(String text) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          Objects.requireNonNullElse(e.getMessage(), "it is no address or display name"));
    }
  }

  /** Who a token may name. */
  static final class OfIdentity extends NameConverter<Identity> {
    OfIdentity() {
      super(Identity::of);
    }
  }

  /** Who may call or be called. */
  static final class OfPattern extends NameConverter<AddressPattern> {
    OfPattern() {
      super(AddressPattern::of);
    }
  }
}
