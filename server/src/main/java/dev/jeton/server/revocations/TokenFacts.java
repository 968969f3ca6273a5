package dev.jeton.server.revocations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What of a verified token may have been revoked.
 *
 * @param owner the id of whose it is
 * @param ids under which it may have been revoked; asked for only where any token was
 * @param users whose it is, and who presents it
 * @param issuedAt empty where its format does not say; it counts as issued before every watermark then
 */
public record TokenFacts(
    String owner, Supplier<List<String>> ids, List<String> users, Optional<Instant> issuedAt) {
  public TokenFacts {
    users = List.copyOf(users);
  }
}
