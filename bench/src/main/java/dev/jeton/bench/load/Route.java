package dev.jeton.bench.load;

/** What wrk posts. */
record Route(String path, String body) {
  static final Route MINT = new Route("/rtctoken", "{\"channel\":\"lobby\",\"isPublisher\":true}");

  /** The same answer to everybody, through the same pipeline; no token, no audit row. */
  static final Route CONSTANT = new Route("/constant", "{}");

  String name() {
    return "POST " + path;
  }
}
