package dev.jeton.cli.kandy;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.Role;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;

/** Reads one of a few words, in any letter case. */
abstract class WordConverter<E extends Enum<E>> implements ITypeConverter<E> {
  private final Class<E> words;

  WordConverter(Class<E> words) {
    this.words = words;
  }

  @Override
  public E convert(String text) {
    return Arrays.stream(words.getEnumConstants())
        .filter(word -> word(word).equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(() -> new UsageException("it is one of " + all()));
  }

  private String all() {
    return Arrays.stream(words.getEnumConstants())
        .map(WordConverter::word)
        .collect(Collectors.joining(", "));
  }

  /** {@code equals-to}; a letter stays a capital. */
  static String word(Enum<?> constant) {
    String name = constant.name();
    return name.length() == 1 ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code ecb}, {@code cbc}. */
  static final class OfCipher extends WordConverter<KandyCipher> {
    OfCipher() {
      super(KandyCipher.class);
    }
  }

  /** {@code account}, {@code from}, {@code to}. */
  static final class OfRole extends WordConverter<Role> {
    OfRole() {
      super(Role.class);
    }
  }

  /** {@code A} to {@code D}. */
  static final class OfConvention extends WordConverter<Convention> {
    OfConvention() {
      super(Convention.class);
    }
  }

  /** {@code any}, {@code equals-to}, {@code equals-from}. */
  static final class OfBinding extends WordConverter<AccountBinding> {
    OfBinding() {
      super(AccountBinding.class);
    }
  }
}
