/** {@code jeton import}: taking over what another server was configured with. Knows no platform. */
@NullMarked
package dev.jeton.cli.importing;

import org.jspecify.annotations.NullMarked;
