package dev.jeton.server.admin;

import dev.jeton.server.http.Fields;

/**
 * Reads what another server was configured with. A bean of this type is asked by {@code
 * /api/v1/import}.
 */
public interface Importer {

  /** By which it is asked for, such as {@code agora-token-service}. */
  String word();

  /** For the audit. */
  String platform();

  /**
   * Reads a source; refuses one that it cannot read. No secret of it may stand in a refusal, a name or
   * a remark.
   *
   * @param options what somebody says beside the source; what is unknown is refused
   */
  Imported read(String source, Fields options);
}
