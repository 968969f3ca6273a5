/** How far this machine's clock is off: compared with the database's and with an NTP server's. */
@NullMarked
package dev.jeton.server.alerts.clock;

import org.jspecify.annotations.NullMarked;
