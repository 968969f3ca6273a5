package dev.jeton.server.limits;

/** Those who come from one network to a door that stands open. */
record VisitorsOf(String door, Object network) {}
