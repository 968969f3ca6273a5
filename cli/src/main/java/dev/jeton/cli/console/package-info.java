/**
 * How every command reads and speaks: streams and settings of the process, secrets, times, tables,
 * JSON, refusals of bad input. Knows no platform.
 */
@NullMarked
package dev.jeton.cli.console;

import org.jspecify.annotations.NullMarked;
