package dev.jeton.server.sunbird.admin;

import dev.jeton.server.admin.SourceObject;
import java.util.List;
import java.util.Set;

/**
 * A consumer as Kong has it.
 *
 * @param keys its entries of jwt_secrets
 * @param groups those of its entries of acls
 */
record KongConsumer(String name, List<SourceObject> keys, Set<String> groups) {
  void hasKey(SourceObject jwt) {
    keys.add(jwt);
  }

  void isIn(SourceObject acl) {
    acl.word("group").ifPresent(groups::add);
  }

  /** Without its keys. */
  @Override
  public String toString() {
    return "KongConsumer[" + name + "]";
  }
}
