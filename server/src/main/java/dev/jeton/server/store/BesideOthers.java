package dev.jeton.server.store;

/**
 * What a restore does to a kind of entries that stand beside those of another kind, found by {@link
 * java.util.ServiceLoader} because it runs without a server: those that are there keep their secrets
 * and are never deleted by it; their room forgets those whose other entry is gone.
 */
public interface BesideOthers {

  /** The kind. */
  String kind();

  /** The document of an entry, without what must not count again after a restore. */
  String restored(String document);
}
