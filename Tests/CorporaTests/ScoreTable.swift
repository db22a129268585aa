import Foundation

/// How many fields of each folder are read right.
struct ScoreTable: CustomStringConvertible {
  private var counts: [String: [String: (right: Int, all: Int)]] = [:]
  private var scores: [String: [Double]] = [:]
  /// Whole cases of each folder.
  private var wholes: [String: (right: Int, all: Int)] = [:]

  mutating func add(_ reading: CorpusReading, of folder: CorpusFolder) {
    for comparison in reading.comparisons {
      var count = counts[folder.rawValue]?[comparison.field] ?? (0, 0)
      count.all += 1
      if comparison.isRight { count.right += 1 }
      counts[folder.rawValue, default: [:]][comparison.field] = count
    }
    scores[folder.rawValue, default: []] += reading.textScores
    wholes[folder.rawValue, default: (0, 0)].all += 1
    if reading.mistakes.isEmpty { wholes[folder.rawValue, default: (0, 0)].right += 1 }
  }

  /// All for which there is a rate, by folder.
  var fields: [String: Set<String>] {
    counts.mapValues { Set($0.keys) }.merging(scores.filter { !$0.value.isEmpty }.mapValues { _ in ["f1"] }) {
      $0.union($1)
    }
  }

  /// - Parameter field: a field of the wanted items, or `f1`; nil where no case names it.
  func rate(of field: String, in folder: String) -> Double? {
    if field == "f1" {
      guard let scores = scores[folder], !scores.isEmpty else { return nil }
      return scores.reduce(0, +) / Double(scores.count)
    }
    return counts[folder]?[field].map { Double($0.right) / Double($0.all) }
  }

  var description: String {
    wholes.keys.sorted().map { folder in
      let whole = wholes[folder] ?? (0, 0)
      var lines = ["\(folder): \(whole.right) of \(whole.all) cases"]
      for (field, count) in (counts[folder] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let name = field.padding(toLength: 12, withPad: " ", startingAt: 0)
        lines.append(
          "  \(name)\(count.right) of \(count.all)  \(Self.rounded(Double(count.right) / Double(count.all)))")
      }
      if let f1 = rate(of: "f1", in: folder) { lines.append("  f1          \(Self.rounded(f1))") }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func rounded(_ rate: Double) -> String { String(format: "%.3f", rate) }
}
