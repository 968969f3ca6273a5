package dev.jeton.server.revocations;

import dev.jeton.server.http.Call;
import dev.jeton.server.http.Refused;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One page of what is revoked, the newest first.
 *
 * @param next where the following page goes on, whether what stood there last is still there or not
 */
record RevocationPage(List<Revocation> items, int total, Optional<String> next) {
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})-([a-z0-9]{1,32})");
  private static final Comparator<Place> NEWEST_FIRST =
      Comparator.comparingLong(Place::millis).reversed().thenComparing(Place::id);

  /** Where a revocation stands in the list. */
  private record Place(long millis, String id) {
    static Place of(Revocation one) {
      return new Place(one.createdAt().toEpochMilli(), one.id());
    }

    static Place read(String text) {
      Matcher place = PLACE.matcher(text);
      if (!place.matches()) {
        throw Refused.badRequest("wrong-after", "after must be the next of the page before");
      }
      return new Place(Long.parseLong(place.group(1)), place.group(2));
    }

    String text() {
      return millis + "-" + id;
    }
  }

  static RevocationPage of(Call call, List<Revocation> all) {
    int limit = limit(call.query("limit"));
    String after = call.query("after");
    Optional<Place> last = Optional.ofNullable(after).map(Place::read);
    List<Revocation> left = all.stream()
        .filter(one -> last.isEmpty() || NEWEST_FIRST.compare(Place.of(one), last.get()) > 0)
        .sorted(Comparator.comparing(Place::of, NEWEST_FIRST))
        .limit(limit + 1L)
        .toList();
    List<Revocation> items = left.size() > limit ? left.subList(0, limit) : left;
    return new RevocationPage(
        items,
        all.size(),
        left.size() > limit
            ? Optional.of(Place.of(items.get(limit - 1)).text())
            : Optional.empty());
  }

  private static int limit(@Nullable String text) {
    if (text == null) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number out of range is.
    }
    throw Refused.badRequest("wrong-limit", "limit must be a whole number from 1 to " + MOST);
  }
}
