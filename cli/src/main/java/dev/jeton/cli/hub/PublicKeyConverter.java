package dev.jeton.cli.hub;

import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.Libp2pPublicKey;
import picocli.CommandLine.ITypeConverter;

/** Reads a public key string in any spelling. */
final class PublicKeyConverter implements ITypeConverter<Libp2pPublicKey> {
  @Override
  public Libp2pPublicKey convert(String text) {
    Outcome<Libp2pPublicKey> parsed = Libp2pPublicKey.parse(text);
    if (parsed instanceof Outcome.Refused<Libp2pPublicKey> refused) {
      throw new UsageException("a public key is a text like bbaarei...; " + refused.detail());
    }
    return ((Outcome.Accepted<Libp2pPublicKey>) parsed).value();
  }
}
