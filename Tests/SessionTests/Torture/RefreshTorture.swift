import LoopbackServer
import NewsModel
import NewsStore

/// `newstape refresh` of feeds of a server that takes its time.
struct RefreshTorture: TorturedWork {
  private let server: LoopbackServer
  private let feeds: Int
  /// Articles of each feed.
  private let size: Int

  init(feeds: Int, size: Int) throws {
    (self.feeds, self.size) = (feeds, size)
    server = try LoopbackServer { request in
      guard let feed = Int(request.path.dropFirst()), (0..<feeds).contains(feed) else { return .status(404) }
      let body = TortureNews.feed("源\(feed)", feed * size..<(feed + 1) * size)
      var answer = LoopbackAnswer.ok(body, entityTag: "\"\(feed)\"")
      answer.delayMilliseconds = Int32(feed * 37 % 120)
      return answer
    }
  }

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(0..<0) { store in
      _ = try store.subscribe(
        all: (0..<feeds).map { Subscription(name: "源\($0)", address: server.address("/\($0)")) })
    }
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["refresh"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    let announced = before.ofTheWork.count + killed.announced(/sources \d+\/\d+  (\d+) new/)
    let isLost = now.ofTheWork.count < announced
    return incomplete(now)
      + (isLost ? ["\(now.ofTheWork.count) articles are there after \(announced) were announced"] : [])
      + (now.sources.count == feeds ? [] : ["\(now.sources.count) sources are left"])
  }

  /// A source that is noted as fetched will not be asked for its articles again.
  private func incomplete(_ audit: TortureAudit) -> [String] {
    audit.sources.filter { $0.state.lastSuccess != nil || $0.state.validators != nil }.flatMap { source in
      let feed = Int(source.subscription.name.dropFirst()) ?? 0
      return compare(audit.numbers, with: feed * size..<(feed + 1) * size, "there, although their source is done")
    }
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let again = try run("refresh").output
    return compare(end.numbers, with: 0..<feeds * size, "there, although all sources were fetched")
      + (again.contains("0 new") ? [] : ["a second refresh is told as: \(again)"])
  }
}
