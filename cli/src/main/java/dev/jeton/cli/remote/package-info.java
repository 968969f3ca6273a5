/**
 * A running server as the command line speaks to it: where it is, the proof, requests and answers,
 * refusals. Knows no platform.
 */
@NullMarked
package dev.jeton.cli.remote;

import org.jspecify.annotations.NullMarked;
