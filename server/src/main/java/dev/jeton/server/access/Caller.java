package dev.jeton.server.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who asks. */
public sealed interface Caller {

  /** How the caller stands in the access log and in the audit. */
  String id();

  /** Whose things it can have: its own, or those of the one user that its proof is about. */
  default String whose() {
    return id();
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
   * @param name its name, unique among callers
   * @param claims what its proof says of it: nothing for an API key, the claims of an access token
   * @param policies the ids of the policies that say what it may have minted
   * @param explained whether one of its policies lets it learn exact reasons
   */
  record Registered(
      String name, Map<String, Object> claims, List<String> policies, boolean explained)
      implements Caller {
    @Override
    public String id() {
      return "caller:" + name;
    }

    @Override
    public String whose() {
      return claims.get("sub") instanceof String subject ? id() + " " + subject : id();
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
    @Override
    public String id() {
      return "person:" + name;
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
