package dev.jeton.server.alerts;

import dev.jeton.tokens.Secret;
import java.util.Optional;

/** What of the alerts does not change while the server runs: what webhooks are signed with. */
record AlertsSettings(Optional<Secret> webhookSecret) {}
