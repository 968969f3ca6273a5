package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says how much is too much. Touches memory only and may be asked by several threads at once; an empty
 * answer means that no limit applies.
 */
public interface Throttle {

  /** Lets everything through. */
  Throttle NONE = new Throttle() {
    @Override
    public Optional<Quota> proof(Arrival arrival) {
      return Optional.empty();
    }

    @Override
    public void wrongProof(Arrival arrival) {}

    @Override
    public Optional<Quota> request(Need need, Caller caller, Arrival arrival) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> costly(Arrival arrival) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> visit(Opening opening, Arrival arrival) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> entry(Opening opening) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> more(Need need, Caller caller, Arrival arrival, int times) {
      return Optional.empty();
    }

    @Override
    public List<Quota> more(Opening opening, Arrival arrival, int times) {
      return List.of();
    }

    @Override
    public Optional<Quota> look(Caller caller, Map<String, Integer> times) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> user(Caller caller, String user) {
      return Optional.empty();
    }

    @Override
    public Optional<Quota> users(Caller caller, Map<String, Integer> times) {
      return Optional.empty();
    }
  };

  /** The limit where so many proofs from there were wrong that none is looked at; counts nothing. */
  Optional<Quota> proof(Arrival arrival);

  /** Counts a proof that was wrong. */
  void wrongProof(Arrival arrival);

  /** Counts a request that a door with that need let in. */
  Optional<Quota> request(Need need, Caller caller, Arrival arrival);

  /** Counts a request that computes much before it is known who asks. */
  Optional<Quota> costly(Arrival arrival);

  /** Counts somebody without a proof who comes to a door that stands open. */
  Optional<Quota> visit(Opening opening, Arrival arrival);

  /** Counts somebody whom the guard of that door let in. */
  Optional<Quota> entry(Opening opening);

  /** Counts what the same request asks for besides: all of it or, when that is too much, none. */
  Optional<Quota> more(Need need, Caller caller, Arrival arrival, int times);

  /** The same for whoever came through a door that stands open, in the order in which it was counted. */
  List<Quota> more(Opening opening, Arrival arrival, int times);

  /** The refusal of so many for each of these users, if they would be refused; counts nothing. */
  Optional<Quota> look(Caller caller, Map<String, Integer> times);

  /** Counts a token for a user of the caller's. */
  Optional<Quota> user(Caller caller, String user);

  /** Counts so many for each of these users: all of it or, when that is too much for one, none. */
  Optional<Quota> users(Caller caller, Map<String, Integer> times);
}
