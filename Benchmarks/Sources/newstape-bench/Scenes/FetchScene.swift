import Corpus
import Foundation
import LoopbackServer
import Measuring

/// Feeds read from a file and fetched from a server on this machine. It is measured once, whatever the sizes.
///
/// The server has the same processors as the program, so times are too long rather than too short.
struct FetchScene {
  static let name = "fetch"

  let stage: Stage
  private var folder: URL { stage.stores.folder }

  func play(_ report: inout Report, as size: Int) throws {
    try readLargeFeed(size, &report)
    try refreshKnown(size, &report)
    try refreshMixed(size, &report)
  }

  /// One feed of 12,000 items, as `parse` prints it.
  private func readLargeFeed(_ size: Int, _ report: inout Report) throws {
    let feed = InventedFeeds(1, items: 12_000, from: stage.stores.generator(12_000)).bodies[0]
    let file = try write(Data(feed), as: "feed.xml")
    defer { try? FileManager.default.removeItem(atPath: file) }
    for _ in 0..<stage.effort.fetches {
      let child = try stage.program.start(["parse", "--as", "feed", file], output: "/dev/null")
      let (usage, peak) = child.waitWatchingMemory()
      try require(usage, "parse")
      report.add(.feedSpeed, size, Double(feed.count) / 1_000_000 / usage.wall.seconds)
      report.add(.feedMemory, size, Double(peak) / 1_048_576)
    }
  }

  /// Fifty feeds with 10,000 items that are all known.
  private func refreshKnown(_ size: Int, _ report: inout Report) throws {
    let count = 50
    let known = KnownFeeds(InventedFeeds(count, items: 200, from: stage.stores.generator(10_000)))
    let server = try LoopbackServer { known.answer($0) }
    defer { server.stop() }
    try withStore(following: count, on: server) { store in
      _ = try stage.program.run(["refresh", "--store", store])
      for _ in 0..<stage.effort.fetches {
        let usage = try stage.program.run(["refresh", "--store", store]).usage
        report.add(.refreshUnchanged, size, usage.wall.milliseconds)
      }
      for _ in 0..<stage.effort.fetches {
        known.change()
        report.add(.refreshChanged, size, try stage.program.run(["refresh", "--store", store]).usage.wall.milliseconds)
      }
    }
  }

  /// Feeds of every kind: from the shell, and beside the screen while keys are pressed.
  private func refreshMixed(_ size: Int, _ report: inout Report) throws {
    let count = stage.effort.mixedFeeds
    let items = 20
    let mixed = MixedFeeds(
      InventedFeeds(count, items: items, from: stage.stores.generator(count * items, meanLength: 200)))
    let server = try LoopbackServer { mixed.answer($0) }
    defer { server.stop() }
    try withStore(following: count, on: server) { store in
      let child = try stage.program.start(["refresh", "--store", store], output: "/dev/null")
      let (usage, peak) = child.waitWatchingMemory()
      try require(usage, "refresh")
      report.add(.refreshMixed, size, usage.wall.milliseconds)
      report.add(.refreshMemory, size, Double(peak) / 1_048_576)
      try pressKeys(store, server, size, &report)
    }
  }

  private func pressKeys(_ store: String, _ server: LoopbackServer, _ size: Int, _ report: inout Report) throws {
    let terminal = try stage.program.open(["--store", store])
    defer { terminal.close() }
    _ = terminal.readStart(quiet: 400)
    _ = terminal.press("gg", quiet: 300)
    let before = server.requests.count
    _ = terminal.press("R", quiet: 30)
    for number in 0..<stage.effort.keys {
      report.add(.keyWhileFetching, size, terminal.press(number.isMultiple(of: 2) ? "j" : "k", quiet: 15).firstFrameEnd)
    }
    guard server.requests.count > before else { throw MeasuringError.noAnswer("R") }
    Note.write("\(server.requests.count - before) requests while \(stage.effort.keys) keys were pressed")
  }

  /// A new store that follows sources of the server.
  private func withStore(following count: Int, on server: LoopbackServer, _ body: (String) throws -> Void) throws {
    let store = folder.appending(path: "fetch.db").path
    stage.stores.remove(store)
    defer { stage.stores.remove(store) }
    let list = try write(Data(InventedFeeds.opml(count) { server.address("/\($0)") }.utf8), as: "feeds.opml")
    defer { try? FileManager.default.removeItem(atPath: list) }
    _ = try stage.program.run(["import", "--store", store, list])
    try body(store)
  }

  private func write(_ data: Data, as name: String) throws -> String {
    let file = folder.appending(path: name)
    try data.write(to: file)
    return file.path
  }

  private func require(_ usage: SpawnedProgram.Usage, _ what: String) throws {
    guard usage.status == 0 else { throw MeasuringError.failed(what, status: usage.status, output: "") }
  }
}
