package dev.jeton.server.kandy;

import dev.jeton.server.settings.Network;
import dev.jeton.tokens.Outcome;
import dev.jeton.tokens.Reason;
import dev.jeton.tokens.kandy.AddressPattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an operator says of somebody who may be called, or of all whom a pattern covers.
 *
 * @param description what people should know of it; may be empty
 * @param callMe whether it takes anonymous calls at all, with tokens or without
 * @param unrestricted whether it takes calls without tokens
 * @param realm whose tokens alone may call it; empty for any realm's
 * @param hours when it takes calls; empty for always
 * @param blockedCallers who may not call it
 * @param blockedNetworks from where nobody may call it
 * @param noCallsNow closed until somebody opens it again
 */
public record Callee(
    AddressPattern address,
    String description,
    boolean callMe,
    boolean unrestricted,
    Optional<String> realm,
    Optional<OpeningHours> hours,
    Listed blockedCallers,
    List<Network> blockedNetworks,
    boolean noCallsNow) {
  public Callee {
    blockedNetworks = List.copyOf(blockedNetworks);
  }

  /** One that takes every call, also without tokens. */
  static Callee unrestricted(AddressPattern address) {
    return new Callee(
        address, "", true, true, Optional.empty(), Optional.empty(), Listed.NONE, List.of(), false);
  }

  /** The same that takes calls with tokens of that realm alone. */
  public Callee boundTo(String realmName) {
    return new Callee(
        address,
        description,
        callMe,
        unrestricted,
        Optional.of(realmName),
        hours,
        blockedCallers,
        blockedNetworks,
        noCallsNow);
  }

  /**
   * A call to it, as far as somebody knows it.
   *
   * @param from who calls, without {@code sip:}
   * @param realm whose tokens it has; empty for one without tokens
   * @param client the address of the caller's machine
   */
  public record Ring(
      String to,
      Optional<String> from,
      Optional<String> realm,
      Optional<String> client,
      Instant now) {}

  /** Whether it takes every call that its realm lets through. */
  boolean isOpenToAll() {
    return callMe
        && !noCallsNow
        && realm.isEmpty()
        && hours.isEmpty()
        && blockedCallers.isEmpty()
        && blockedNetworks.isEmpty();
  }

  /** What could not be checked, or why it does not take the call; the first reason in this order. */
  Outcome<List<String>> answer(Ring ring) {
    if (!callMe) {
      return Outcome.refused(Reason.CALL_ME_OFF, "this callee takes no anonymous calls");
    }
    if (noCallsNow) {
      return Outcome.refused(Reason.NO_CALLS_NOW, "this callee takes no calls at the moment");
    }
    if (ring.realm().isEmpty() && !(unrestricted && address.matches(ring.to()))) {
      return Outcome.refused(
          Reason.UNRESTRICTED_NOT_ALLOWED, "this callee takes no calls without tokens");
    }
    if (ring.realm().isPresent() && !takes(ring.realm().get())) {
      return Outcome.refused(
          Reason.OTHER_REALM, "this callee takes calls with tokens of another realm alone");
    }
    if (hours.isPresent() && !hours.get().areOpen(ring.now())) {
      return Outcome.refused(Reason.OUTSIDE_HOURS, "this callee takes no calls at this hour");
    }
    if (ring.from().filter(this::blocks).isPresent()) {
      return Outcome.refused(Reason.CALLER_BLOCKED, "this callee takes no calls from this caller");
    }
    if (ring.client().filter(this::blocksNetworkOf).isPresent()) {
      return Outcome.refused(
          Reason.NETWORK_BLOCKED, "this callee takes no calls from this network");
    }
    return Outcome.accepted(unchecked(ring));
  }

  private boolean takes(String realmName) {
    return realm
        .filter(bound -> !KandyRealms.folded(bound).equals(KandyRealms.folded(realmName)))
        .isEmpty();
  }

  /** Issuers elsewhere may put parameters behind a name. */
  private boolean blocks(String from) {
    int parameters = from.indexOf(';');
    return blockedCallers.patterns().allow(from)
        || (parameters > 0 && blockedCallers.patterns().allow(from.substring(0, parameters)));
  }

  private boolean blocksNetworkOf(String client) {
    return blockedNetworks.stream().anyMatch(network -> network.contains(client));
  }

  private List<String> unchecked(Ring ring) {
    List<String> unchecked = new ArrayList<>();
    if (!blockedCallers.isEmpty() && ring.from().isEmpty()) {
      unchecked.add("from");
    }
    if (!blockedNetworks.isEmpty() && ring.client().isEmpty()) {
      unchecked.add("client");
    }
    return unchecked;
  }
}
