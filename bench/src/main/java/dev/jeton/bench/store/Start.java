package dev.jeton.bench.store;

import java.util.OptionalLong;

/**
 * What one start gave.
 *
 * @param listening seconds until it said where it listens
 * @param firstToken seconds until the first token was there
 * @param cpu seconds of processor time until then
 * @param firstPage milliseconds that the first list took
 * @param warmPage milliseconds that one took after some
 * @param resident memory in MiB
 */
record Start(
    double listening,
    double firstToken,
    double cpu,
    double firstPage,
    double warmPage,
    OptionalLong resident) {}
