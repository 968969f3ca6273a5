package dev.jeton.server.kandy;

import dev.jeton.server.settings.Key;
import dev.jeton.server.settings.SettingsReader;
import dev.jeton.tokens.Secret;
import dev.jeton.tokens.kandy.KandyCipher;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of a realm's keys, and how the keys are read from them. */
record KeyForm(Key current, Key previous, Key previousUntil, Key cipher) {
  private static final String PORTAL = "the portal shows it in the realm's Authentication Schema";

  List<Key> all() {
    return List.of(current, previous, previousUntil, cipher);
  }

  /** The secrets that are given, fit or not. */
  List<Secret> secrets(SettingsReader in) {
    return List.of(current, previous).stream()
        .flatMap(key -> Optional.ofNullable(in.secret(key)).stream())
        .toList();
  }

  /** The keys, or null when something is wrong with them. */
  @Nullable
  GivenKeys read(SettingsReader in, KandyCipher mode) {
    Secret first = key(in, current, mode);
    Secret second = key(in, previous, mode);
    Instant end =
        in.parsed(previousUntil, KeyForm::instant, "give a time such as 2026-12-31T18:00:00Z");
    if (!in.isSet(current)) {
      in.fault(current, "it is missing", "give the realm's Security Key; " + PORTAL);
    }
    if (in.isSet(previous) && !in.isSet(previousUntil)) {
      in.fault(
          previous,
          "it is set without its end",
          "say with " + previousUntil.name() + " until when it counts");
    }
    if (in.isSet(previousUntil) && !in.isSet(previous)) {
      in.fault(previousUntil, "there is no previous key", "leave it out, or give the key too");
    }
    if (first == null) {
      return null;
    }
    if (second != null && second.equals(first)) {
      in.fault(previous, "it equals the current one", "leave it out, or give the other one");
    }
    return second == null || end == null ? GivenKeys.of(first) : GivenKeys.of(first, second, end);
  }

  private @Nullable Secret key(SettingsReader in, Key setting, KandyCipher mode) {
    Secret secret = in.secret(setting);
    if (secret == null) {
      return null;
    }
    Optional<String> length = KeyFault.ofLength(mode, secret);
    length.ifPresent(fault -> in.fault(setting, fault, advice(secret, mode)));
    Optional<String> unfit = KeyFault.ofContent(secret);
    unfit.ifPresent(fault -> in.fault(
        setting, fault, "make a new Security Key, give it to the portal too, and use that"));
    return length.isEmpty() && unfit.isEmpty() ? secret : null;
  }

  private String advice(Secret secret, KandyCipher mode) {
    return KeyFault.fitting(secret)
        .filter(other -> other != mode)
        .map(other -> "if the portal says " + other + ", set " + cipher.name() + " to "
            + other.name().toLowerCase(Locale.ROOT))
        .orElse("bytes count and not characters; " + PORTAL);
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
