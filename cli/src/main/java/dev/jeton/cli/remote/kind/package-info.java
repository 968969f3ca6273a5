/**
 * The commands for one kind of thing that a server keeps: create, list, show, change, rotate,
 * delete, and those for its secrets. A platform describes a {@link
 * dev.jeton.cli.remote.kind.RemoteKind} and gets all of them. Knows no platform.
 */
@NullMarked
package dev.jeton.cli.remote.kind;

import org.jspecify.annotations.NullMarked;
