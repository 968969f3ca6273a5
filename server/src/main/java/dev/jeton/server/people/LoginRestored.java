package dev.jeton.server.people;

import dev.jeton.server.store.BesideOthers;

/**
 * How somebody signs in after a restore: with the password that is there, else with that of the backup.
 * No session and no link counts any more.
 */
public final class LoginRestored implements BesideOthers {

  @Override
  public String kind() {
    return Logins.KIND;
  }

  @Override
  public String restored(String document) {
    return LoginForm.withoutProofs(document);
  }
}
