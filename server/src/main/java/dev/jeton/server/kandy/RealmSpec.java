package dev.jeton.server.kandy;

import dev.jeton.tokens.kandy.AccountBinding;
import dev.jeton.tokens.kandy.Convention;
import dev.jeton.tokens.kandy.IvUse;
import dev.jeton.tokens.kandy.KandyCipher;
import dev.jeton.tokens.kandy.TokenWindow;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator says of a realm: the portal's Authentication Schema, and who may call whom in it.
 *
 * @param name as the portal has it
 * @param window how long its tokens count, and which creation times are taken
 * @param description what people should know of it; may be empty
 * @param convention who goes into which token when a caller names no other convention
 * @param binding whom the account of a set has to be
 * @param accounts the accounts that a caller may name; the first single name is the usual one
 * @param from who may call; the first single name is the usual one
 * @param to who may be called; while it is empty, nobody
 * @param domains the domains of its accounts and callees
 * @param tracking what is kept of its sets
 * @param presets the calls that are written down, by what {@code /token?identifier=} names them by
 * @param keyEndsAt from then on the current key makes no tokens; empty for no end
 * @param standard whether callers get it who name no realm
 */
public record RealmSpec(
    String name,
    KandyCipher cipher,
    TokenWindow window,
    String description,
    Convention convention,
    AccountBinding binding,
    IvUse ivUse,
    Listed accounts,
    Listed from,
    Listed to,
    Domains domains,
    SetTracking tracking,
    Map<String, CallWish> presets,
    Optional<Instant> keyEndsAt,
    boolean standard) {
  /** The shortest time that its tokens may count. */
  public static final int SHORTEST_SECONDS = 1;

  /** The longest. */
  public static final int LONGEST_SECONDS = 3600;

  private static final int LONGEST_NAME = 128;

  public RealmSpec {
    presets = Collections.unmodifiableMap(new LinkedHashMap<>(presets));
  }

  /** Whether it can be the name of a realm. */
  public static boolean isName(String text) {
    return !text.isEmpty()
        && text.equals(text.strip())
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** With other calls that are written down. */
  RealmSpec presets(Map<String, CallWish> others) {
    return new RealmSpec(
        name,
        cipher,
        window,
        description,
        convention,
        binding,
        ivUse,
        accounts,
        from,
        to,
        domains,
        tracking,
        others,
        keyEndsAt,
        standard);
  }

  /** With another end of its current key. */
  public RealmSpec keyEndsAt(Optional<Instant> end) {
    return new RealmSpec(
        name,
        cipher,
        window,
        description,
        convention,
        binding,
        ivUse,
        accounts,
        from,
        to,
        domains,
        tracking,
        presets,
        end,
        standard);
  }

  /** Marked as the one that callers get who name none, or not. */
  public RealmSpec standard(boolean marked) {
    return new RealmSpec(
        name,
        cipher,
        window,
        description,
        convention,
        binding,
        ivUse,
        accounts,
        from,
        to,
        domains,
        tracking,
        presets,
        keyEndsAt,
        marked);
  }
}
