package dev.jeton.server.policies;

import dev.jeton.server.access.Caller;
import dev.jeton.server.admin.View;
import java.util.List;
import java.util.Optional;

/** Those who have policies: a bean of the room that registers them. */
public interface PolicyHolders {

  /** The one of that name or id as its policies see it, with no claims where it has none by itself. */
  Optional<Caller.Registered> find(String reference);

  /** Who has the policy of that id, a line each, such as {@code caller shop}. */
  List<String> having(String policyId, View others);
}
