package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.AddressPatterns;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.KandyVerifier;
import dev.jeton.tokens.kandy.RealmKeys;
import dev.jeton.tokens.kandy.SetRules;
import dev.jeton.tokens.kandy.TokenWindow;
import java.util.Optional;

/**
 * A realm: its keys, how long its tokens count, and who may call whom.
 *
 * @param name as the portal has it
 * @param convention who goes into which token when a caller names no other convention
 * @param binding whom the account of a set has to be
 * @param accounts the accounts that a caller may name; the first single name is the usual one
 * @param callers who may call; the first single name is the usual one
 * @param callees who may be called; while it is empty, nobody
 */
public record KandyRealm(
    String name,
    RealmKeys keys,
    TokenWindow window,
    Convention convention,
    AccountBinding binding,
    IvUse ivUse,
    Listed accounts,
    Listed callers,
    Listed callees) {

  /** A verifier for its tokens. */
  public KandyVerifier verifier() {
    return new KandyVerifier(keys, window);
  }

  /** What a set must fulfil. Without a list of callees that rule is left open. */
  public SetRules rules() {
    Optional<AddressPatterns> to =
        callees.isEmpty() ? Optional.empty() : Optional.of(callees.patterns());
    return new SetRules(
        ivUse == IvUse.PER_SET, Optional.of(binding), to, Optional.of(callers.patterns()));
  }

  /** Whether its tokens can be put together from blocks of others. */
  boolean isLegacy() {
    return keys.cipher() == KandyCipher.ECB;
  }
}
