/** Hub's accounts, API keys and issuers as operators administer them. */
@NullMarked
package dev.jeton.server.hub.admin;

import org.jspecify.annotations.NullMarked;
