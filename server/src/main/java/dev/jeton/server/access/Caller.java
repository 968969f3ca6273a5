package dev.jeton.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who asks. */
public sealed interface Caller {

  /** How the caller stands in the access log and in the audit, which nobody's name does. */
  String id();

  /** By what its things are kept apart from those of others; it stays when the caller is renamed. */
  default String key() {
    return id();
  }

  /** The one of its users whom its proof is about, and whose things alone it can have. */
  default Optional<String> user() {
    return Optional.empty();
  }

  /** Whether it brought a proof of who it is. */
  default boolean proven() {
    return true;
  }

  /** Whether it may learn the exact reason of a refusal. */
  default boolean mayExplain() {
    return false;
  }

  /** Whether it may do that where rights are asked for; minting asks its policies instead. */
  default boolean may(Right right) {
    return false;
  }

  /** Whether it may have tokens minted at all. */
  default boolean mayMint() {
    return true;
  }

  /** Whether it has proven lately enough who it is for what is dangerous. */
  default boolean isFresh(Instant now) {
    return true;
  }

  /** A program on this machine, without a proof. */
  record Local() implements Caller {
    @Override
    public String id() {
      return "local";
    }

    @Override
    public boolean proven() {
      return false;
    }
  }

  /** Whoever holds the token of {@code admin.token}. */
  record Operator() implements Caller {
    @Override
    public String id() {
      return "operator";
    }

    @Override
    public boolean mayExplain() {
      return true;
    }

    @Override
    public boolean may(Right right) {
      return true;
    }
  }

  /**
   * A program that an operator registered, and that proved to be it.
   *
   * @param account its id, which no other ever gets
   * @param name its name, unique among callers, by which policies and people know it
   * @param claims what its proof says of it: nothing for an API key, the claims of an access token
   * @param policies the ids of the policies that say what it may have minted
   * @param explained whether one of its policies lets it learn exact reasons
   */
  record Registered(
      String account,
      String name,
      Map<String, Object> claims,
      List<String> policies,
      boolean explained)
      implements Caller {
    @Override
    public String id() {
      return "caller:" + name;
    }

    @Override
    public String key() {
      return "caller:" + account;
    }

    @Override
    public Optional<String> user() {
      return claims.get("sub") instanceof String subject ? Optional.of(subject) : Optional.empty();
    }

    @Override
    public boolean mayExplain() {
      return explained;
    }
  }

  /**
   * Somebody who signed in.
   *
   * @param account the account's id
   * @param name the account's name
   * @param fresh until when the last proof counts for dangerous acts
   */
  record Person(String account, String name, Set<Role> roles, Instant fresh) implements Caller {
    /** How the one with that account stands there. */
    public static String id(String account) {
      return "person:" + account;
    }

    @Override
    public String id() {
      return id(account);
    }

    @Override
    public boolean mayExplain() {
      return roles.contains(Role.OPERATOR);
    }

    @Override
    public boolean mayMint() {
      return roles.contains(Role.OPERATOR);
    }

    @Override
    public boolean isFresh(Instant now) {
      return now.isBefore(fresh);
    }

    @Override
    public boolean may(Right right) {
      return right.resource().equals(Right.OWN_SESSION)
          || roles.stream().anyMatch(role -> role.may(right));
    }
  }

  /** Anybody, because the settings let anybody in. */
  record Anonymous() implements Caller {
    @Override
    public String id() {
      return "anonymous";
    }

    @Override
    public boolean proven() {
      return false;
    }
  }

  /**
   * Anybody, because an operator opened this one door to everybody.
   *
   * @param openDoor under which name it was opened
   * @param policy the id of the policy that says what it gives
   */
  record Visitor(String openDoor, String policy) implements Caller {
    @Override
    public String id() {
      return "anonymous";
    }

    @Override
    public boolean proven() {
      return false;
    }
  }

  /** Somebody from elsewhere without a proof, where nothing lets anybody in. */
  record Stranger() implements Caller {
    @Override
    public String id() {
      return "-";
    }

    @Override
    public boolean mayMint() {
      return false;
    }

    @Override
    public boolean proven() {
      return false;
    }
  }
}
