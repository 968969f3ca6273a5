package dev.jeton.cli.sunbird;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.sunbird.SecretEncoding;
import picocli.CommandLine.ITypeConverter;

/** Reads how a secret is encoded. */
final class SecretEncodingConverter implements ITypeConverter<SecretEncoding> {
  @Override
  public SecretEncoding convert(String text) {
    for (SecretEncoding encoding : SecretEncoding.values()) {
      if (encoding.word().equals(text)) {
        return encoding;
      }
    }
    throw new UsageException("a secret is written in utf8, base64 or base64url");
  }
}
