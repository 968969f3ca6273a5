package dev.jeton.server.access;

import java.util.Locale;

/** What a person is here for. */
public enum Role {
  /** Runs the installation. */
  OPERATOR {
    @Override
    public boolean may(Right right) {
      return true;
    }
  },
  /** Decides on what developers ask for. */
  APPROVER {
    @Override
    public boolean may(Right right) {
      return right.verb() == Verb.APPROVE || (right.verb() == Verb.READ && right.forApprovers());
    }
  },
  /** Looks at everything and changes nothing. */
  AUDITOR {
    @Override
    public boolean may(Right right) {
      return right.verb() == Verb.READ
          || (right.verb() == Verb.EXPORT && right.resource().equals("audit"));
    }
  },
  /** Asks for credentials and uses them; administers nothing by the role alone. */
  DEVELOPER {
    @Override
    public boolean may(Right right) {
      return false;
    }
  };

  /** Whether the role alone lets somebody do that. */
  public abstract boolean may(Right right);

  /** {@code operator}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
