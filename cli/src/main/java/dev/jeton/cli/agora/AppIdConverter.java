package dev.jeton.cli.agora;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.agora.AppId;
import java.util.Objects;
import picocli.CommandLine.ITypeConverter;

/** Reads an App ID. */
final class AppIdConverter implements ITypeConverter<AppId> {
  @Override
  public AppId convert(String text) {
    try {
      return new AppId(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          Objects.requireNonNullElse(e.getMessage(), "an App ID is 32 hex digits"));
    }
  }
}
