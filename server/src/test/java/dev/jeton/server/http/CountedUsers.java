package dev.jeton.server.http;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Limits nothing, and knows which users were counted. */
public final class CountedUsers implements Throttle {
  public final List<String> users = new CopyOnWriteArrayList<>();
  public final AtomicInteger more = new AtomicInteger();

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
    more.addAndGet(times);
    return Optional.empty();
  }

  @Override
  public List<Quota> more(Opening opening, Arrival arrival, int times) {
    more.addAndGet(times);
    return List.of();
  }

  @Override
  public Optional<Quota> look(Caller caller, Map<String, Integer> times) {
    return Optional.empty();
  }

  @Override
  public Optional<Quota> users(Caller caller, Map<String, Integer> times) {
    times.forEach((user, often) -> users.add(user + " " + often));
    return Optional.empty();
  }

  @Override
  public Optional<Quota> user(Caller caller, String user) {
    users.add(user);
    return Optional.empty();
  }
}
