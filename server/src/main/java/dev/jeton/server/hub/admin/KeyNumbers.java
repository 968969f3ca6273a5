package dev.jeton.server.hub.admin;

import dev.jeton.server.admin.SourceObject;
import dev.jeton.server.http.Refused;
import dev.jeton.server.hub.KeyType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a key's type is in numbers. A Hub's database has 0 for an account and 1 for a user group; its
 * protocol, and so whatever it lists, has 1 and 2.
 */
enum KeyNumbers {
  STORED("0", "1"),
  LISTED("1", "2");

  private final String account;
  private final String userGroup;

  KeyNumbers(String account, String userGroup) {
    this.account = account;
    this.userGroup = userGroup;
  }

  /** Those of a file, or those that somebody says. */
  static KeyNumbers of(List<FoundKey> keys, @Nullable String said) {
    if (said != null) {
      return switch (said) {
        case "stored" -> STORED;
        case "listed" -> LISTED;
        default ->
          throw Refused.badRequest("wrong-option", "numbers must be one of stored and listed");
      };
    }
    if (keys.get(0).stored()) {
      return STORED;
    }
    Set<String> numbers = keys.stream().map(FoundKey::type).collect(Collectors.toSet());
    if (numbers.contains("0")) {
      return STORED;
    }
    if (numbers.equals(Set.of("1"))) {
      throw SourceObject.wrong(
          "each of its keys has type 1, which is a user group in what old clients"
              + " list and an account in what newer ones do; say which with --numbers stored (0 is an"
              + " account, 1 a user group) or --numbers listed (1 and 2)");
    }
    return LISTED;
  }

  /** The word here; what is no type is kept, to be refused with the key. */
  String word(String type) {
    String name = type.toUpperCase(Locale.ROOT).replace("KEY_TYPE_", "");
    if (type.equals(account) || name.equals("ACCOUNT")) {
      return KeyType.ACCOUNT.word();
    }
    return type.equals(userGroup) || name.equals("USER") ? KeyType.USER_GROUP.word() : "unknown";
  }

  Optional<String> remark() {
    return Optional.of("type " + account + " was read as an account key and " + userGroup
        + " as a user group key" + (this == STORED ? ", as a Hub's database has it" : ""));
  }
}
