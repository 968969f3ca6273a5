package dev.jeton.server.revocations;

import dev.jeton.server.access.Problem;
import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants revoked.
 *
 * @param token as it was given, for the audit
 */
record Wanted(
    Revocable platform,
    Optional<Owner> owner,
    Target target,
    Optional<Instant> endsAt,
    Optional<String> reason,
    Optional<String> token) {
  private static final String TOKEN = "token";
  private static final String TOKEN_ID = "tokenId";
  private static final String USER = "user";
  private static final String BEFORE = "issuedBefore";
  private static final String REASON = "reason";
  private static final String UNVERIFIED = "unverified";
  private static final int LONGEST_ID = 256;
  private static final int LONGEST_REASON = 200;
  private static final Pattern SHA_256 = Pattern.compile("[0-9A-Fa-f]{64}");

  static Wanted read(Fields body, Revocable platform, Instant now) {
    body.only(
        "platform",
        platform.ownerWord(),
        TOKEN,
        TOKEN_ID,
        USER,
        BEFORE,
        REASON,
        UNVERIFIED,
        TokenEnd.ENDS_AT,
        TokenEnd.ENDLESS);
    Optional<Owner> owner = Optional.ofNullable(body.textOrNull(platform.ownerWord()))
        .map(name -> platform
            .owner(name)
            .orElseThrow(() -> new Refused(new Problem(
                404,
                "unknown-" + platform.ownerWord(),
                "there is no " + platform.ownerWord() + " of that name here"))));
    Optional<String> reason = Optional.ofNullable(reason(body));
    requireOneTarget(body);
    if (body.has(TOKEN)) {
      return token(body, platform, owner, reason, now);
    }
    if (body.has(TOKEN_ID)) {
      Target one = new Target.Token(ids(body.text(TOKEN_ID)));
      return new Wanted(
          platform, owner, one, TokenEnd.read(body, platform, now), reason, Optional.empty());
    }
    Target target = watermark(body, platform, now);
    Instant last =
        target instanceof Target.User user ? user.before() : ((Target.All) target).before();
    Optional<Instant> endsAt = platform.longest(owner).map(last::plus);
    if (endsAt.filter(end -> !now.isBefore(end)).isPresent()) {
      throw Refused.badRequest(
          "all-ended", BEFORE + " is so long ago that all tokens of before it have ended");
    }
    return new Wanted(platform, owner, target, endsAt, reason, Optional.empty());
  }

  /** One token, or a user, or all; an instant goes with a user or stands alone. */
  private static void requireOneTarget(Fields body) {
    List<String> given = new ArrayList<>();
    for (String member : List.of(TOKEN, TOKEN_ID, USER, BEFORE)) {
      if (body.has(member)) {
        given.add(member);
      }
    }
    if (given.size() != 1 && !given.equals(List.of(USER, BEFORE))) {
      throw Refused.badRequest(
          "wrong-target",
          "give one of " + TOKEN + ", " + TOKEN_ID + ", " + USER + " and " + BEFORE + "; only "
              + BEFORE + " may stand beside " + USER);
    }
    TokenEnd.refuseBeside(body, TOKEN_ID);
    if (body.has(UNVERIFIED) && !body.has(TOKEN)) {
      throw Refused.badRequest("wrong-target", UNVERIFIED + " goes with " + TOKEN + " alone");
    }
  }

  private static Wanted token(
      Fields body,
      Revocable platform,
      Optional<Owner> named,
      Optional<String> reason,
      Instant now) {
    String text = body.text(TOKEN);
    GivenToken given = platform.read(text, named, now);
    if (!given.proven() && !body.truthOr(UNVERIFIED, false)) {
      throw Refused.badRequest(
          "token-unverified",
          "no key that verifies here made this token, or that cannot be told from the token alone,"
              + " as with Agora's 006; if this very text is to be refused all the same, say "
              + UNVERIFIED + ": true");
    }
    if (named.isPresent() && given.owner().isPresent() && !named.equals(given.owner())) {
      throw Refused.badRequest(
          "other-" + platform.ownerWord(),
          "the token is of another " + platform.ownerWord() + "; leave that member out");
    }
    Optional<Owner> owner = given.owner().or(() -> named);
    Optional<Instant> endsAt = given
        .endsAt()
        .filter(end -> !TokenEnd.isEndless(end, now))
        .or(() -> platform.longestUnseen().map(now::plus));
    if (given.endsAt().filter(end -> !now.isBefore(end)).isPresent()) {
      throw Refused.badRequest("token-ended", "the token has ended; nothing is to be revoked");
    }
    return new Wanted(
        platform, owner, new Target.Token(given.ids()), endsAt, reason, Optional.of(text));
  }

  /** A hash in the one form that is compared; a {@code jti} as it is, which may look like a hash. */
  private static List<String> ids(String text) {
    if (text.isBlank() || text.length() > LONGEST_ID) {
      throw Refused.badRequest(
          "wrong-token-id", TOKEN_ID + " must be a token's jti, or the SHA-256 of its text in hex");
    }
    String hash = text.toLowerCase(Locale.ROOT);
    return SHA_256.matcher(text).matches() && !hash.equals(text)
        ? List.of(hash, text)
        : List.of(text);
  }

  /** Without an instant everything of until now, this very millisecond included. */
  private static Target watermark(Fields body, Revocable platform, Instant now) {
    Instant before = body.has(BEFORE)
        ? instant(body.text(BEFORE), now)
        : now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    return body.has(USER)
        ? new Target.User(platform.user(body.text(USER)), before)
        : new Target.All(before);
  }

  private static Instant instant(String text, Instant now) {
    Instant before = TokenEnd.time(BEFORE, text);
    if (before.isAfter(now)) {
      throw Refused.badRequest(
          "time-ahead", BEFORE + " must not lie ahead; tokens that are not made yet are fine");
    }
    return before;
  }

  private static @Nullable String reason(Fields body) {
    String reason = body.textOrNull(REASON);
    if (reason != null
        && (reason.isBlank()
            || reason.length() > LONGEST_REASON
            || reason.chars().anyMatch(Character::isISOControl))) {
      throw Refused.badRequest(
          "wrong-reason", REASON + " must be one line of 1 to " + LONGEST_REASON + " characters");
    }
    return reason;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "Wanted[" + platform.platform() + "]";
  }
}
