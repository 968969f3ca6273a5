package dev.jeton.server.store;

import dev.jeton.tokens.SecretAccess;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Makes the pools of connections. */
final class Pools {
  private static final int MOST = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Map<String, String> SQLITE = Map.of(
      "journal_mode", "WAL",
      "synchronous", "FULL",
      "busy_timeout", "5000",
      "foreign_keys", "true",
      "secure_delete", "true",
      "transaction_mode", "IMMEDIATE");

  private static final Map<String, String> POSTGRES = Map.of(
      "ApplicationName", "jeton",
      "connectTimeout", "5",
      "socketTimeout", "20",
      "tcpKeepAlive", "true");

  private Pools() {}

  static AgroalDataSource sqlite(StoreSettings.Sqlite settings) throws StoreUnusable {
    Path file = settings.file();
    makeForOwner(file);
    AgroalDataSourceConfigurationSupplier pool = sized();
    pool.connectionPoolConfiguration().connectionFactoryConfiguration(c -> {
      c.connectionProviderClass(org.sqlite.JDBC.class).jdbcUrl("jdbc:sqlite:" + file);
      SQLITE.forEach(c::jdbcProperty);
      return c;
    });
    return opened(pool);
  }

  static AgroalDataSource postgres(StoreSettings.Postgres settings) throws StoreUnusable {
    AgroalDataSourceConfigurationSupplier pool = sized();
    pool.connectionPoolConfiguration()
        .idleValidationTimeout(Duration.ofSeconds(10))
        .reapTimeout(Duration.ofMinutes(5))
        .connectionFactoryConfiguration(c -> {
          c.connectionProviderClass(org.postgresql.Driver.class).jdbcUrl(settings.url());
          settings.user().ifPresent(user -> c.principal(new NamePrincipal(user)));
          settings
              .password()
              .ifPresent(password -> c.credential(new SimplePassword(new String(
                  password.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8))));
          POSTGRES.forEach(c::jdbcProperty);
          return c;
        });
    return opened(pool);
  }

  private static AgroalDataSourceConfigurationSupplier sized() {
    AgroalDataSourceConfigurationSupplier pool = new AgroalDataSourceConfigurationSupplier();
    pool.connectionPoolConfiguration().maxSize(MOST).acquisitionTimeout(PATIENCE);
    return pool;
  }

  private static AgroalDataSource opened(AgroalDataSourceConfigurationSupplier pool)
      throws StoreUnusable {
    try {
      return AgroalDataSource.from(pool);
    } catch (SQLException e) {
      throw new StoreUnusable("the database cannot be opened: " + e.getMessage());
    }
  }

  /** SQLite gives its further files the mode of this one. */
  private static void makeForOwner(Path file) throws StoreUnusable {
    try {
      if (!Files.exists(file)) {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
          Files.createFile(file);
        }
      }
    } catch (IOException e) {
      throw new StoreUnusable(
          "the database " + file + " cannot be made; let this user write there");
    }
  }
}
