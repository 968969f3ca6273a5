package dev.jeton.tokens.agora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jeton.tokens.agora.RtmPermissions.Access;
import dev.jeton.tokens.agora.RtmPermissions.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class RtmPermissionsTest {
  private final RtmPermissions reader =
      RtmPermissions.none().with(Resource.USERS, Access.READ, List.of("alice"));

  @Test
  void addingLeavesTheFirstAsItWas() {
    RtmPermissions both = reader.with(Resource.USERS, Access.READ, List.of("bob"));

    assertThat(both.asMap()).isEqualTo(Map.of(4, Map.of(0, List.of("alice", "bob"))));
    assertThat(reader.asMap()).isEqualTo(Map.of(4, Map.of(0, List.of("alice"))));
  }

  @Test
  void namesAreCopied() {
    List<String> names = new ArrayList<>(List.of("a"));
    RtmPermissions permissions = RtmPermissions.none().with(Resource.USERS, Access.WRITE, names);
    names.add("b");

    assertThat(permissions.asMap()).isEqualTo(Map.of(4, Map.of(1, List.of("a"))));
  }

  @Test
  void noLevelOfTheMapCanBeChangedFromOutside() {
    assertThatThrownBy(() -> reader.asMap().remove(4))
        .isInstanceOf(UnsupportedOperationException.class);
    for (SortedMap<Integer, List<String>> byAccess : reader.asMap().values()) {
      assertThatThrownBy(() -> byAccess.put(1, List.of("*")))
          .isInstanceOf(UnsupportedOperationException.class);
      for (List<String> names : byAccess.values()) {
        assertThatThrownBy(() -> names.add("*")).isInstanceOf(UnsupportedOperationException.class);
      }
    }
  }
}
