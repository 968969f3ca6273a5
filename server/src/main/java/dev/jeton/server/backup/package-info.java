/** Copies of what the store holds, in a form that both databases share, and putting them back. */
@NullMarked
package dev.jeton.server.backup;

import org.jspecify.annotations.NullMarked;
