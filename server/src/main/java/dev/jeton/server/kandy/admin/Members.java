package dev.jeton.server.kandy.admin;

import dev.jeton.server.admin.CommonMembers;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.kandy.Listed;
import dev.jeton.tokens.kandy.AddressPattern;
import dev.jeton.tokens.kandy.AddressPatterns;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads members that both kinds have, strictly. */
final class Members {
  private static final int LONGEST_DESCRIPTION = 1000;

  private Members() {}

  /** The word of a constant: {@code equals-to}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whatever its letter case, as portals and old configurations have it. */
  static <E extends Enum<E>> E word(Fields spec, String member, E absent) {
    E[] all = absent.getDeclaringClass().getEnumConstants();
    return CommonMembers.word(
        spec,
        member,
        absent,
        text ->
            Arrays.stream(all).filter(one -> word(one).equalsIgnoreCase(text)).findFirst(),
        () -> Arrays.stream(all).map(Members::word).collect(Collectors.joining(", ")));
  }

  static String description(Fields spec) {
    return CommonMembers.line(spec, CommonMembers.DESCRIPTION, LONGEST_DESCRIPTION)
        .orElse("");
  }

  static AddressPattern pattern(String member, String text) {
    try {
      return AddressPattern.of(text);
    } catch (IllegalArgumentException e) {
      throw wrong(
          member,
          e.getMessage()
              + "; give addresses such as help@example.com, or patterns such as *@example.com");
    }
  }

  static Listed listed(Fields spec, String member) {
    List<String> texts = spec.texts(member);
    if (texts.size() >= AddressPatterns.MAX_PATTERNS) {
      throw wrong(
          member,
          "give fewer than " + AddressPatterns.MAX_PATTERNS + " names; a pattern covers many");
    }
    return Listed.of(texts.stream().map(text -> pattern(member, text)).toList());
  }

  /** In whole seconds, as answers have it. */
  static Optional<Instant> instant(Fields spec, String member) {
    @Nullable String text = spec.textOrNull(member);
    try {
      return Optional.ofNullable(text)
          .map(given -> Instant.parse(given).truncatedTo(ChronoUnit.SECONDS));
    } catch (DateTimeParseException e) {
      throw wrong(member, "it must be a time such as 2026-12-31T18:00:00Z");
    }
  }

  static List<String> texts(Listed listed) {
    return listed.patterns().patterns().stream().map(AddressPattern::text).toList();
  }

  static Refused wrong(String member, String what) {
    return Refused.badRequest("wrong-member", member + ": " + what);
  }
}
