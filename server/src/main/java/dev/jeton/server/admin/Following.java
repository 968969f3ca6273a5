package dev.jeton.server.admin;

import java.util.function.UnaryOperator;

/**
 * A thing that changes because another one did, to whose name it refers.
 *
 * @param id which one
 * @param change what becomes of what an operator said of it
 * @param <T> that
 */
public record Following<T>(Kind<T> kind, String id, UnaryOperator<T> change) {

  void in(Act act) {
    Stored<T> one = act.get(kind, id);
    act.change(kind, one, one.with(change.apply(one.spec())));
  }
}
