/** {@code jeton open-door}: the doors of a server that are open to everybody. */
@NullMarked
package dev.jeton.cli.opendoor;

import org.jspecify.annotations.NullMarked;
