import Foundation
import Glibc
import ScriptFiles
import Testing

/// Runs the built program without a terminal, in a home folder of its own.
final class CommandLineRun: Sendable {
  struct Result {
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// Every line of standard output as the JSON object that it must be.
    var objects: [[String: Any]] {
      get throws {
        try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
      }
    }
  }

  let home: String

  init() throws {
    home = FileManager.default.temporaryDirectory.path + "/newstape-commands-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// The folder with themes and data of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    .replacing("//", with: "/")

  /// Starts the program without waiting for it.
  ///
  /// - Parameters:
  ///   - launcher: what starts the program, with arguments, such as `Unprivileged.launcher`.
  ///   - folder: the folder from which it is started.
  func start(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    by launcher: [String] = [], in folder: String? = nil
  ) throws -> RunningProgram {
    try RunningProgram(
      arguments: arguments, by: launcher, in: folder, input: input,
      environment: BuiltProgram.environment([
        "HOME": home, "LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai", "NEWSTAPE_DATA": Self.checkout,
        "PATH": "/usr/bin:/bin",
      ]).merging(environment) { _, new in new })
  }

  /// Runs the program to its end.
  func callAsFunction(
    _ arguments: String..., input: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try start(arguments, input: input, environment: environment).wait()
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = try place(name)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    return path
  }

  /// A script of the shell that the program may start.
  func writeProgram(_ text: String, to name: String) throws -> String {
    let path = try place(name)
    try writeScript(text, to: path)
    return path
  }

  /// The path of a name in the home folder, whose folder is there.
  private func place(_ name: String) throws -> String {
    let path = "\(home)/\(name)"
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return path
  }
}

/// A run of the program that goes on; its output is kept in files, so that no pipe can fill up.
final class RunningProgram {
  private let process = Process()
  private let folder: URL

  /// - Parameters:
  ///   - launcher: the program that starts it, with arguments; empty where it starts by itself.
  ///   - working: the folder from which it is started; nil is that of the tests.
  init(
    arguments: [String], by launcher: [String], in working: String?, input text: String?,
    environment: [String: String]
  ) throws {
    let program = try #require(BuiltProgram.path, "newstape has not been built")
    folder = FileManager.default.temporaryDirectory.appending(path: "newstape-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // A test run that was started in the background may ignore them, and so would what it starts.
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    let line = launcher + [program] + arguments
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    if let working { process.currentDirectoryURL = URL(fileURLWithPath: working) }
    process.environment = environment
    for name in ["output", "errors"] { try Data().write(to: folder.appending(path: name)) }
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "output"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "errors"))
    if let text {
      try text.write(to: folder.appending(path: "input"), atomically: false, encoding: .utf8)
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "input"))
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
  }

  deinit {
    if process.isRunning { process.interrupt() }
    try? FileManager.default.removeItem(at: folder)
  }

  var isRunning: Bool { process.isRunning }

  func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

  func wait() throws -> CommandLineRun.Result {
    process.waitUntilExit()
    let output = try String(contentsOf: folder.appending(path: "output"), encoding: .utf8)
    let errors = try String(contentsOf: folder.appending(path: "errors"), encoding: .utf8)
    return CommandLineRun.Result(status: process.terminationStatus, output: output, errors: errors)
  }
}

/// Invented news for the commands.
enum CommandLineNews {
  static let feed = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0"><channel><title>晨星日报</title><link>https://news.example/</link>
    <item><title>云岭电池公布新工厂计划</title><link>/2031/a.html</link><guid isPermaLink="false">a-17</guid>
    <pubDate>Wed, 18 Jun 2031 13:42:09 +0800</pubDate><description>新工厂将分两期建设。</description></item>
    <item><title>远帆航运上半年货量回升</title><description>同比回升百分之六。</description></item></channel></rss>
    """

  static let page = """
    今日热搜:云岭电池公布新工厂计划,两年内产能翻番
    来源:晨星日报 发布时间:2024-03-01 09:30:00

    云岭电池周五表示,新工厂将分两期建设

    晨星日报 记者 林某

    云岭电池周五公布了新工厂的计划。公司表示,工厂将分两期建设,第一期明年投产,第二期在后年完工。

    分析人士认为,产能的增长快于需求,价格还会下降一段时间。公司没有说明资金从何而来。

    关键词: 云岭电池 新能源 产能
    """

  static let lines = """
    {"title":"虚构银行下调利率","text":"银行周四下调利率。","source":"晚报","published":"2024-02-29 10:00:00","tags":["利率","银行"]}
    {"title":"海港物流扩建码头","text":"码头周三动工。","source":"晚报","published":"2024-02-28 18:05:00","tags":["物流","银行"]}
    {"title":"Harbour lights go out","text":"The lamps were old.","source":"Wire","published":"2024-02-27 08:00:00"}

    """

  static func many(_ count: Int) -> String {
    (0..<count).map { number in
      let day = 10 + number / 1_440 % 18
      let clock = "\(10 + number / 60 % 14):\(10 + number % 50):\(10 + number % 49)"
      return #"{"id":"m\#(number)","title":"虚构公司第\#(number)号公告","text":"正文。","published":"2024-02-\#(day) \#(clock)"}"#
        + "\n"
    }
    .joined()
  }
}
