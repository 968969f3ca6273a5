package dev.jeton.cli.hub;

import dev.jeton.cli.console.Environment;
import dev.jeton.cli.console.SecretSource;
import dev.jeton.cli.console.SecretSource.Found;
import dev.jeton.cli.console.UsageException;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.hub.Libp2pPrivateKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes a private key from where secrets come from. */
final class PrivateKeys {
  private PrivateKeys() {}

  static Libp2pPrivateKey required(
      Environment environment, String name, String variable, @Nullable Path secretFile) {
    Found found = new SecretSource(environment, name, variable).required(secretFile);
    Outcome<Libp2pPrivateKey> parsed = Libp2pPrivateKey.parse(found.secret());
    if (parsed instanceof Outcome.Refused<Libp2pPrivateKey> refused) {
      throw new UsageException(
          found.origin() + ": the " + name + " is a text like bbaareq...; " + refused.detail());
    }
    Libp2pPrivateKey key = ((Outcome.Accepted<Libp2pPrivateKey>) parsed).value();
    key.fault()
        .ifPresent(fault ->
            environment.warn(found.origin() + ": " + fault + "; a server refuses such a secret"));
    return key;
  }
}
