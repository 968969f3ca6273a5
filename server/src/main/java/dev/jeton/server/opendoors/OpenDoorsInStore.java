package dev.jeton.server.opendoors;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;

/** Tells from the store alone, before anything runs, whether a door stands open. */
public final class OpenDoorsInStore {
  /** The word of open doors in the store. */
  public static final String KIND = OpenDoorKind.WORD;

  private OpenDoorsInStore() {}

  /**
   * Whether any of them is switched on.
   *
   * @param documents the entries of this kind
   */
  public static boolean any(Collection<String> documents) {
    return documents.stream().anyMatch(OpenDoorsInStore::isEnabled);
  }

  /** What cannot be read is not open. */
  private static boolean isEnabled(String document) {
    try {
      return OpenDoorForm.read(Fields.of(Buffer.buffer(document)).object("spec"))
          .enabled();
    } catch (Refused e) {
      return false;
    }
  }
}
