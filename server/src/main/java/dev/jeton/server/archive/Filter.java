package dev.jeton.server.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are looked for; null stands for all.
 *
 * @param since from then on
 * @param until before then
 * @param person a user name, uid, account or public key
 * @param identity a project, App ID, realm, credential, key
 * @param node one server's rows
 */
public record Filter(
    @Nullable Instant since,
    @Nullable Instant until,
    @Nullable String person,
    @Nullable String identity,
    @Nullable String caller,
    @Nullable String event,
    @Nullable String outcome,
    @Nullable String platform,
    @Nullable String node) {
  /** Without the person. */
  @Override
  public String toString() {
    return "Filter";
  }
}
