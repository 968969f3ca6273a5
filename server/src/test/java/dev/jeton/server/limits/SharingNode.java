package dev.jeton.server.limits;

import dev.jeton.server.access.Arrival;
import dev.jeton.server.access.Caller;
import dev.jeton.server.access.Need;
import dev.jeton.server.http.Quota;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** A node's limits, and its turn to tell and hear. */
record SharingNode(Limits limits, Sharing sharing, SharingState state) {
  static final Caller APP = new Caller.Registered("app", "app", Map.of(), List.of(), false);
  static final Arrival HERE = Arriving.from("192.0.2.1");
  static final int RATE = 60;

  static SharingNode on(Board board, LongSupplier nanos) {
    Map<Limit, Integer> rates =
        Map.of(Limit.MINT, RATE, Limit.WRONG_PROOFS, 3, Limit.USER, 10, Limit.NETWORK, 5);
    Limits limits = new Limits(() -> new Rates(rates, true), 100, nanos, News.of(100));
    SharingState state = new SharingState(() -> Instant.EPOCH);
    return new SharingNode(limits, new Sharing(limits, board, state), state);
  }

  /** Everybody tells, then everybody hears. */
  static void exchange(SharingNode... nodes) {
    for (SharingNode node : nodes) {
      node.sharing().run();
    }
    for (SharingNode node : nodes) {
      node.sharing().run();
    }
  }

  Quota mint() {
    return limits.request(Need.MINT, APP, HERE).orElseThrow();
  }

  void mint(int times) {
    for (int i = 0; i < times; i++) {
      mint();
    }
  }

  int mintAsMuchAsItCan() {
    int minted = 0;
    while (!mint().over()) {
      minted++;
    }
    return minted;
  }

  boolean isAlone() {
    return state.alone().isPresent();
  }
}
