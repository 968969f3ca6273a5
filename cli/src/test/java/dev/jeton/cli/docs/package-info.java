/**
 * Runs what README and docs tell people to run. {@link dev.jeton.cli.docs.Fence} documents the
 * convention for pages.
 */
@NullMarked
package dev.jeton.cli.docs;

import org.jspecify.annotations.NullMarked;
