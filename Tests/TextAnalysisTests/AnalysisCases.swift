import Foundation
import Testing

/// The rows of a table of invented headlines in `Fixtures`.
enum AnalysisCases {
  /// What is expected, the headline, and the text.
  struct Row: Sendable, CustomTestStringConvertible {
    let expected: String
    let title: String
    let text: String

    var testDescription: String { title.isEmpty ? text : title }
  }

  static func rows(_ name: String) -> [Row] {
    cells(name).map { cells in
      Row(expected: cells[0], title: cells.count > 1 ? cells[1] : "", text: cells.count > 2 ? cells[2] : "")
    }
  }

  /// The cells of each row of a table; lines that begin with `#` are remarks.
  static func cells(_ name: String) -> [[String]] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name).tsv")
    guard let table = FileManager.default.contents(atPath: file.path) else { return [] }
    return String(decoding: table, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Texts that bring a careless reader to a halt, or out of its bounds.
  static let hostile: [String] = [
    "", " ", "\n", ":", "【", "】", "减持", "净利", "净利-", "净利1", "净利1亿至", "净利1-", "增", "增逾", "增逾近约超", "未", "终止", "%", "5%",
    "1万", "1亿",
    "签", "获", "?", "。", "\u{0}", "\u{FEFF}", "净利\u{301}增长", "ﬁnes", "ß", "İ", "\u{1F1E8}\u{1F1F3}", "é", "\u{202E}跌停",
    "1.", ".5亿",
    "但但但但", "获获获批复批复", "未未未未减持", "终止终止终止重组", "【【【】】】::::", String(repeating: "跌停", count: 5_000),
    String(repeating: "1", count: 12_000), String(repeating: "净利", count: 2_000), String(repeating: "未", count: 4_000),
    String(repeating: "(", count: 12_000), String(repeating: "【", count: 4_000), String(repeating: "获", count: 4_000),
    String(repeating: "profit ", count: 2_000), String(repeating: "ﷺ", count: 2_000),
  ]
}
