package dev.jeton.server.vault;

import dev.jeton.tokens.Secret;

/**
 * Seals what must not be readable in a copy of the database. A blob opens only for the identity that
 * it was sealed for, such as {@code agora-project/<entry>/<key>}, so rows cannot be swapped.
 */
public interface Sealer {

  /** A blob that starts with a format version and the id of the data key. */
  byte[] seal(Secret secret, String identity);

  /** The same for bytes that are no secret of a platform, such as a kept answer. */
  byte[] sealBytes(byte[] bytes, String identity);

  /**
   * What was sealed.
   *
   * @throws CannotOpen if the blob was changed, belongs to another identity, or its key is not here
   */
  Secret open(byte[] blob, String identity);

  /** The same for bytes. */
  byte[] openBytes(byte[] blob, String identity);

  /**
   * The id of the data key under which a blob is sealed, for the column beside it.
   *
   * @throws CannotOpen if it is no blob of a known format
   */
  String dataKeyOf(byte[] blob);

  /** Looks which data key is the primary one now; another node may have rotated it. */
  void refresh();
}
