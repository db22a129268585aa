import Foundation
import Testing
import Wording

/// Every input of the corpus through all that reads, keeps and prints: it ends as it must, in time and within its memory.
@Suite struct HostileCorpusTests {
  @Test(arguments: HostileCases.all)
  func itIsTakenInOrRefusedAndNothingElseHappens(hostile: HostileCase) throws {
    let run = try CommandLineRun()
    let path = try write(hostile, run)
    let imported = try measured(["import", path], hostile, run)
    #expect([0, 65].contains(imported.status), "\(imported.output.prefix(500))")
    try expect(hostile.outcome, imported)
    guard imported.status == 0 else { return }
    let lines = try measured(["export", "--format", "jsonl"], hostile, run)
    for text in hostile.present { #expect(lines.output.contains(text)) }
    guard !lines.output.isEmpty else { return }
    try measured(["export", "--format", "html"], hostile, run)
    try measured(["list"], hostile, run)
    try measured(["show", "1"], hostile, run)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/newstape-owned"))
  }

  @Test(arguments: HostileCases.all)
  func itIsShownOrRefusedWithoutAStore(hostile: HostileCase) throws {
    let run = try CommandLineRun()
    let path = try write(hostile, run)
    for format in ["auto", "page", "feed"] {
      let parsed = try measured(["parse", "--as", format, path], hostile, run)
      #expect([0, 65].contains(parsed.status), "as \(format): \(parsed.output.prefix(500))")
    }
  }

  private func write(_ hostile: HostileCase, _ run: CommandLineRun) throws -> String {
    let path = "\(run.home)/\(hostile.fileName)"
    try Data(try hostile.bytes()).write(to: URL(fileURLWithPath: path))
    return path
  }

  @discardableResult
  private func measured(_ arguments: [String], _ hostile: HostileCase, _ run: CommandLineRun) throws -> MeasuredRun {
    let result = try MeasuredRun(arguments, home: run.home)
    let command = arguments.prefix(3).joined(separator: " ")
    #expect(result.status >= 0, "\(command) was ended by signal \(-result.status)")
    #expect(result.seconds <= MeasuredRun.mostSeconds, "\(command)")
    #expect(result.peakBytes <= MeasuredRun.mostBytes, "\(command): \(result.peakBytes >> 20) MB")
    #expect(Self.dangers(in: result.output).isEmpty, "\(command)")
    for text in hostile.absent { #expect(!result.output.contains(text), "\(command)") }
    return result
  }

  /// Characters that steer a terminal or turn text around. A scan of bytes, since the output may be large and this is a debug build.
  private static func dangers(in text: String) -> [String] {
    var text = text
    return text.withUTF8 { bytes in
      var found: [String] = []
      var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
      while index + 2 < bytes.count {
        let (a, b, c) = (bytes[index], bytes[index + 1], bytes[index + 2])
        let isDanger =
          switch a {
          case 0x0a, 0x09: false
          // Rows of CSV end so.
          case 0x0d: b != 0x0a
          case 0..<0x20, 0x7f: true
          case 0xc2: b < 0xa0
          case 0xe2:
            // Joiners, 8c and 8d, are part of what is written.
            b == 0x80 && (c == 0x8b || c == 0x8e || c == 0x8f || (0xa8...0xae).contains(c))
              || b == 0x81 && (0xa0...0xaf).contains(c)
          case 0xef: b == 0xbb && c == 0xbf
          default: false
          }
        if isDanger, found.count < 10 { found.append("\(a) \(b) \(c) at \(index)") }
        index += 1
      }
      return found
    }
  }

  private func expect(_ outcome: HostileCase.Outcome, _ imported: MeasuredRun) throws {
    switch outcome {
    case .anything: break
    case .refused: #expect(imported.status == 65, "\(imported.output.prefix(500))")
    case .articles(let count):
      #expect(imported.output.hasPrefix("\(Words(language: .en).number(count)) new"), "\(imported.output.prefix(500))")
    case .subscriptions(let count):
      #expect(
        imported.output.contains("subscribed to \(Words(language: .en).number(count)) "),
        "\(imported.output.prefix(500))")
    }
  }
}
