package dev.jeton.server.limits;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where nodes tell each other in a stream of Redis or Valkey. Each looks behind the entry that it saw
 * last; the stream's clock is the server's, and the stream goes when nobody writes.
 */
final class StreamBoard implements Board {
  private static final String NODE = "n";
  private static final String NUMBER = "s";
  private static final String USES = "u";

  private static final long KEPT_MILLIS = 60_000;
  private static final long EXPIRES_SECONDS = 120;
  private static final int MOST_ENTRIES = 100;

  /** Whoever has no news writes now and then all the same, and so sees that the stream began anew. */
  private static final int MOST_QUIET_ROUNDS = 25;

  private final Supplier<RedisLink> links;
  private final String stream;
  private final Hearing hearing;
  private final Backoff backoff;
  private @Nullable RedisLink link;
  private @Nullable StreamId seen;
  private long written;
  private int quiet;

  StreamBoard(Supplier<RedisLink> links, String stream, Hearing hearing, Backoff backoff) {
    this.links = links;
    this.stream = stream;
    this.hearing = hearing;
    this.backoff = backoff;
  }

  @Override
  public List<Use> exchange(List<Use> news) {
    if (!backoff.isOver()) {
      throw new BoardGone("Redis did not answer and is not asked yet");
    }
    try {
      List<Use> heard = exchange(linked(), news);
      backoff.worked();
      return heard;
    } catch (RuntimeException e) {
      close();
      backoff.failed();
      throw e;
    }
  }

  private RedisLink linked() {
    RedisLink open = link == null ? links.get() : link;
    link = open;
    return open;
  }

  private List<Use> exchange(RedisLink open, List<Use> news) {
    StreamId last = seen;
    boolean writes = last == null || !news.isEmpty() || quiet >= MOST_QUIET_ROUNDS;
    List<Request> commands = new ArrayList<>();
    if (writes) {
      commands.add(add(last, news));
      commands.add(Request.cmd(Command.EXPIRE).arg(stream).arg(EXPIRES_SECONDS));
    }
    if (last != null) {
      commands.add(behind(last));
    }
    List<@Nullable Response> answers = open.ask(commands);
    quiet = writes ? 0 : quiet + 1;
    hearing.nextRound();
    StreamId own = writes ? StreamId.read(String.valueOf(answers.get(0))) : null;
    if (last == null) {
      seen = own;
      return List.of();
    }
    List<Use> heard = heard(answers.get(answers.size() - 1), last);
    startAnew(own);
    return heard;
  }

  private Request add(@Nullable StreamId last, List<Use> news) {
    long number = ++written;
    Request add = Request.cmd(Command.XADD).arg(stream);
    if (last != null) {
      add.arg("MINID").arg("~").arg(Math.max(0, last.millis() - KEPT_MILLIS));
    }
    return add.arg("*")
        .arg(NODE)
        .arg(hearing.self())
        .arg(NUMBER)
        .arg(number)
        .arg(USES)
        .arg(hearing.tell(number, news));
  }

  private Request behind(StreamId last) {
    return Request.cmd(Command.XREAD)
        .arg("COUNT")
        .arg(MOST_ENTRIES)
        .arg("STREAMS")
        .arg(stream)
        .arg(last.toString());
  }

  private List<Use> heard(@Nullable Response streams, StreamId last) {
    StreamId newest = last;
    List<Use> heard = new ArrayList<>();
    if (streams != null && streams.size() > 0) {
      for (Response entry : streams.get(0).get(1)) {
        newest = StreamId.read(entry.get(0).toString());
        heard.addAll(told(entry.get(1)));
      }
    }
    seen = newest;
    return heard;
  }

  /** What somebody else writes there tells nothing. */
  private List<Use> told(Response fields) {
    String node = "";
    long number = 0;
    byte[] uses = {};
    for (int i = 0; i + 1 < fields.size(); i += 2) {
      Response value = fields.get(i + 1);
      switch (fields.get(i).toString()) {
        case NODE -> node = value.toString();
        case NUMBER -> number = number(value.toString());
        case USES -> uses = value.toBytes();
        default -> {}
      }
    }
    return hearing.hear(node, number, uses);
  }

  private static long number(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
  }

  /** A stream that was emptied while the clock was set back has all its new entries before the old. */
  private void startAnew(@Nullable StreamId own) {
    StreamId last = seen;
    if (own != null && last != null && own.compareTo(last) < 0) {
      seen = own;
    }
  }

  @Override
  public void close() {
    if (link != null) {
      link.close();
      link = null;
    }
  }
}
