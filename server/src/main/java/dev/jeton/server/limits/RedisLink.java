package dev.jeton.server.limits;

import dev.jeton.tokens.SecretAccess;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One connection to a Redis or Valkey server. All calls block, none for longer than some seconds. */
final class RedisLink implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 2_000;

  private final Redis client;
  private final RedisConnection connection;

  private RedisLink(Redis client, RedisConnection connection) {
    this.client = client;
    this.connection = connection;
  }

  /** Connects, and proves who it is. */
  static RedisLink open(Vertx vertx, RedisSettings settings) {
    Redis client = Redis.createClient(vertx, options(settings));
    try {
      RedisLink link = new RedisLink(client, awaited(client.connect()));
      link.enter(settings);
      return link;
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  private static RedisOptions options(RedisSettings settings) {
    NetClientOptions net =
        new NetClientOptions().setConnectTimeout(PATIENCE_MILLIS).setTcpKeepAlive(true);
    if (settings.isEncrypted()) {
      net.setSsl(true).setHostnameVerificationAlgorithm("HTTPS");
      settings
          .authority()
          .ifPresent(
              file -> net.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    }
    return new RedisOptions()
        .setConnectionString(settings.address())
        .setProtocolNegotiation(false)
        .setMaxPoolSize(1)
        .setMaxPoolWaiting(1)
        .setNetClientOptions(net);
  }

  private void enter(RedisSettings settings) {
    settings.password().ifPresent(password -> {
      Request proof = Request.cmd(Command.AUTH);
      settings.user().ifPresent(proof::arg);
      proof.arg(
          new String(password.reveal(SecretAccess.forCryptography()), StandardCharsets.UTF_8));
      awaited(connection.send(proof));
    });
    if (settings.database() > 0) {
      awaited(connection.send(Request.cmd(Command.SELECT).arg(settings.database())));
    }
  }

  /**
   * The answers to these commands, which are sent together; where there is none, null. If one is refused,
   * that is said.
   */
  List<@Nullable Response> ask(List<Request> commands) {
    return awaited(Future.all(commands.stream().map(connection::send).toList())).list();
  }

  @Override
  public void close() {
    client.close();
  }

  private static <T> T awaited(Future<T> answer) {
    try {
      return answer
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new BoardGone("Redis does not answer in time");
    } catch (ExecutionException e) {
      throw new BoardGone(RedisFaults.words(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BoardGone("the server stops");
    }
  }
}
