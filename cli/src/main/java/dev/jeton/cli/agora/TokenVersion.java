package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AccessToken;
import dev.jeton.tokens.agora.AccessToken2;
import picocli.CommandLine.ITypeConverter;

/** The two formats of Agora. */
enum TokenVersion {
  V007(AccessToken2.VERSION),
  V006(AccessToken.VERSION);

  private final String text;

  TokenVersion(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Reads {@code 007} or {@code 006}. */
  static final class Converter implements ITypeConverter<TokenVersion> {
    @Override
    public TokenVersion convert(String text) {
      for (TokenVersion version : values()) {
        if (version.text.equals(text)) {
          return version;
        }
      }
      throw new UsageException("a token version is 007 or 006");
    }
  }
}
