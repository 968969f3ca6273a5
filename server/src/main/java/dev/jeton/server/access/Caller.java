package dev.jeton.server.access;

/** Who asks. */
public sealed interface Caller {

  /** How the caller stands in the access log and in the audit. */
  String id();

  /** Whether it brought a proof of who it is. */
  default boolean proven() {
    return true;
  }

  /** Whether it may learn the exact reason of a refusal. */
  default boolean mayExplain() {
    return false;
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
    public boolean proven() {
      return false;
    }
  }
}
