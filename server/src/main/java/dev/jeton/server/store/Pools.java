package dev.jeton.server.store;

import dev.jeton.tokens.Secret;
import dev.jeton.tokens.SecretAccess;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration.ConnectionValidator;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

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

  /** All writers wait for the one that writes; a node that froze there must not hold them for ever. */
  private static final String NO_ENDLESS_LOCKS =
      "SET idle_in_transaction_session_timeout = '15s'; SET lock_timeout = '10s'";

  private Pools() {}

  static AgroalDataSource sqlite(StoreSettings.Sqlite settings) throws StoreUnusable {
    Path file = settings.file();
    makeForOwner(file);
    SqliteLibrary.load();
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
        // Without these two, connections of a server that was restarted would be handed out for
        // ever.
        .connectionValidator(ConnectionValidator.defaultValidator())
        .exceptionSorter(new PostgreSQLExceptionSorter())
        .idleValidationTimeout(Duration.ofSeconds(10))
        .reapTimeout(Duration.ofMinutes(5))
        .connectionFactoryConfiguration(c -> {
          c.connectionProviderClass(org.postgresql.Driver.class)
              .jdbcUrl(settings.url())
              .initialSql(NO_ENDLESS_LOCKS);
          settings.user().ifPresent(user -> c.principal(new NamePrincipal(user)));
          settings
              .password()
              .ifPresent(password -> c.credential(new SimplePassword(text(password))));
          POSTGRES.forEach(c::jdbcProperty);
          return c;
        });
    return opened(pool);
  }

  /** A connection outside of the pool, which its taker closes. */
  static Connection single(StoreSettings.Postgres settings) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(POSTGRES);
    settings.user().ifPresent(user -> properties.setProperty("user", user));
    settings.password().ifPresent(password -> properties.setProperty("password", text(password)));
    Connection connection = new org.postgresql.Driver().connect(settings.url(), properties);
    if (connection == null) {
      throw new SQLException("this is no address of a PostgreSQL database");
    }
    return connection;
  }

  private static String text(Secret password) {
    return new String(password.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8);
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
