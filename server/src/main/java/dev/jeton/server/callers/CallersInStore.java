package dev.jeton.server.callers;

import dev.jeton.server.http.Fields;
import dev.jeton.server.http.Refused;
import io.vertx.core.buffer.Buffer;
import java.util.Collection;

/** Tells from the store alone, before anything runs, whether callers can prove themselves here. */
public final class CallersInStore {
  /** The word of callers in the store. */
  public static final String KIND = CallerKind.WORD;

  private CallersInStore() {}

  /**
   * Whether any caller is switched on.
   *
   * @param documents the entries of this kind
   */
  public static boolean any(Collection<String> documents) {
    return documents.stream().anyMatch(CallersInStore::isEnabled);
  }

  /** What cannot be read lets nobody in. */
  private static boolean isEnabled(String document) {
    try {
      return CallerForm.read(Fields.of(Buffer.buffer(document)).object("spec")).enabled();
    } catch (Refused e) {
      return false;
    }
  }
}
