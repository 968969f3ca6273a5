package dev.jeton.server.revocations;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import dev.jeton.server.store.Entry;
import io.vertx.core.buffer.Buffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a revocation that only a newer server can read: all that it may refuse, which is
 * what was issued before it was made, of whom it is as far as that can be read.
 */
final class Unread {
  /** Where not even the platform can be read; no platform is called so. */
  static final String ANY_PLATFORM = "";

  private Unread() {}

  static Revocation standIn(Entry entry) {
    Optional<Fields> all = told(() -> Fields.of(Buffer.buffer(entry.document())));
    Optional<Fields> owner =
        all.flatMap(fields -> told(() -> fields.objectOrNull(RevocationForm.OWNER)));
    return new Revocation(
        entry.id().id(),
        all.flatMap(fields -> told(() -> fields.text(RevocationForm.PLATFORM)))
            .orElse(ANY_PLATFORM),
        owner.flatMap(one -> told(() -> new Owner(one.text("id"), one.text("name")))),
        new Target.All(entry.createdAt().plusMillis(1)),
        all.flatMap(fields -> told(() -> fields.textOrNull(RevocationForm.ENDS_AT)))
            .flatMap(text -> told(() -> Instant.parse(text))),
        Optional.empty(),
        entry.createdAt(),
        entry.changedBy());
  }

  private static <T> Optional<T> told(Supplier<@Nullable T> reading) {
    try {
      return Optional.ofNullable(reading.get());
    } catch (Refused | DateTimeException e) {
      return Optional.empty();
    }
  }
}
