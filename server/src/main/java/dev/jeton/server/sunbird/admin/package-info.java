/** What operators administer of Sunbird: groups, consumers and credentials. */
@NullMarked
package dev.jeton.server.sunbird.admin;

import org.jspecify.annotations.NullMarked;
