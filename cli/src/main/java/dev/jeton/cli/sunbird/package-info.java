/** Sunbird on the command line: mint, verify and inspect the JWTs of its credentials. */
@NullMarked
package dev.jeton.cli.sunbird;

import org.jspecify.annotations.NullMarked;
