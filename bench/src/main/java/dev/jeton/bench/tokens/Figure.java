package dev.jeton.bench.tokens;

/** What one call of a contender takes: nanoseconds, and bytes of garbage. */
record Figure(double nanos, double bytes) {}
