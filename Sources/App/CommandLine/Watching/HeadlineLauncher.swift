import Dispatch
import Foundation
import NewsModel
import TextBasics

/// Starts a program of the reader's for headlines, by an argument vector: no shell ever sees what a headline says.
struct HeadlineLauncher {
  private let program: URL
  private let arguments: [String]
  private let room: DispatchSemaphore
  private let running = DispatchGroup()

  /// Nil where there is no such program.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments, in which places such as `{title}` are replaced.
  ///   - searchPath: the folders in which it is looked for, as in `PATH`.
  ///   - atOnce: so many run at once, at most.
  init?(command: [String], searchPath: String, atOnce: Int) {
    guard let name = command.first, let path = Self.find(name, in: searchPath) else { return nil }
    program = URL(filePath: path)
    arguments = Array(command.dropFirst())
    room = DispatchSemaphore(value: 0)
    // A semaphore must not end with less than it began with.
    for _ in 0..<atOnce { room.signal() }
  }

  /// Starts it, as soon as there is room. One that fails is the reader's affair.
  ///
  /// A text that is longer than the system takes is cut, with `…` at its end.
  /// - Throws: why it cannot be started.
  func start(_ headline: Headline, url: String?, zone: TimeZone) throws {
    let values = Self.values(of: headline, url: url, zone: zone)
    let process = Process()
    process.executableURL = program
    process.arguments = arguments.map { Self.cut(Self.replacing(in: $0, values), toBytes: Self.longestArgument) }
    process.environment = ProcessInfo.processInfo.environment.merging(
      values.map { ("NEWSTAPE_" + $0.key.uppercased(), $0.value) }, uniquingKeysWith: { $1 })
    process.standardInput = FileHandle.nullDevice
    room.wait()
    running.enter()
    process.terminationHandler = { [room, running] _ in
      room.signal()
      running.leave()
    }
    do {
      try process.run()
    } catch {
      room.signal()
      running.leave()
      throw error
    }
  }

  /// Waits for those that still run.
  func wait() { running.wait() }

  private static func values(of headline: Headline, url: String?, zone: TimeZone) -> [String: String] {
    [
      "id": headline.key.description, "title": SafeText(headline.title).string,
      "source": SafeText(headline.source ?? "").string, "time": headline.published.iso8601(in: zone),
      "url": SafeText(url ?? "").string,
    ]
    .mapValues { cut($0, toBytes: longestValue) }
  }

  /// Linux takes 128 KB for an argument or a variable, the zero byte behind it included.
  private static let longestArgument = (128 << 10) - 1
  /// All values together, in an argument and in the environment, stay far below the 2 MB that all may have.
  private static let longestValue = 32 << 10

  /// A text of no more than so many bytes.
  static func cut(_ text: String, toBytes limit: Int) -> String {
    guard text.utf8.count > limit else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: limit - "…".utf8.count)
    while String.Index(end, within: text) == nil { end = text.utf8.index(before: end) }
    return text[..<end] + "…"
  }

  /// The argument with its places filled; each text is put in once, so that a title cannot name a place itself.
  static func replacing(in argument: String, _ values: [String: String]) -> String {
    var result = ""
    var rest = argument[...]
    while let start = rest.firstIndex(of: "{") {
      result += rest[..<start]
      rest = rest[start...]
      guard let end = rest.firstIndex(of: "}"), let value = values[String(rest[rest.index(after: start)..<end])] else {
        result.append(rest.removeFirst())
        continue
      }
      result += value
      rest = rest[rest.index(after: end)...]
    }
    result += rest
    return result.hasPrefix("-") && !argument.hasPrefix("-") ? " " + result : result
  }

  private static func find(_ program: String, in searchPath: String) -> String? {
    let folders = program.contains("/") ? [""] : searchPath.split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + program }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
