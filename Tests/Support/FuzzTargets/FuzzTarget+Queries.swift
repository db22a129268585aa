import Foundation
import NewsModel
import RegularExpressions
import TextBasics

/// What readers type to find something.
extension FuzzTarget {
  /// A query is refused with a place within it, or printed and read back as itself.
  static let queries = FuzzTarget("queries", longestInput: 1_024) { bytes throws(FuzzFinding) in
    let text = String(decoding: bytes, as: UTF8.self)
    for zone in [TimeZone.gmt, TimeZone(identifier: "America/New_York") ?? .gmt] {
      let parser = QueryParser(now: Timestamp(1_773_792_000), zone: zone, checkPattern: RegularExpression.mistake)
      switch Result(catching: { () throws(QueryError) in try parser.parse(text) }) {
      case .success(let query): try expectRoundTrip(query, parser)
      case .failure(let error):
        try expect(error.range.upperBound <= text.count, "a mistake at \(error.range) of \(text.count) characters")
      }
    }
    for caret in [0, text.count / 2, text.count] {
      guard let completion = QueryCompletion(of: text, caret: caret) else { continue }
      try expect(completion.range.upperBound <= caret, "a completion behind the caret")
      _ = completion.applied("tag:银行", to: text)
    }
  }

  private static func expectRoundTrip(_ query: Query, _ parser: QueryParser) throws(FuzzFinding) {
    let printed = query.description(in: parser.zone)
    let again = try? parser.parse(printed)
    try expect(again?.simplified == query.simplified, "printed as \(printed), which is read as something else")
    try expect(again?.description(in: parser.zone) == printed, "\(printed) is printed differently the second time")
  }

  /// A pattern and a text, separated by a line feed.
  static let patterns = FuzzTarget("patterns", longestInput: 512) { bytes throws(FuzzFinding) in
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let pattern = String(decoding: parts[0], as: UTF8.self)
    let text = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : "云岭电池 and 12"
    switch Result(catching: { () throws(PatternMistake) in try RegularExpression(pattern) }) {
    case .success(let expression): _ = expression.matches(text)
    case .failure(let mistake):
      try expect(mistake.offset <= pattern.count, "a mistake at \(mistake.offset) of \(pattern.count) characters")
    }
  }

  /// A needle and a text, separated by a line feed: what folding finds is what stands in the folded text, at its place.
  static let folding = FuzzTarget("folding", longestInput: 512) { bytes throws(FuzzFinding) in
    let parts = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
    let needle = Folding.fold(String(decoding: parts[0], as: UTF8.self))
    var text = parts.count > 1 ? String(decoding: parts[1], as: UTF8.self) : needle + needle
    var folded = Folding.fold(text)
    try expect(Folding.fold(folded) == folded, "folding twice is not folding once")
    let isThere = isContained(Array(needle.utf8), in: Array(folded.utf8))
    let isFound = text.withUTF8 { FoldedPattern(needle).isContained(in: $0) }
    try expect(isThere == isFound, "\(needle) is \(isFound ? "" : "not ")found in \(folded)")
    let safe = SafeText(text)
    let ranges = Folding.ranges(of: needle, in: safe)
    var end = safe.string.startIndex
    for range in ranges {
      try expect(range.lowerBound >= end && !range.isEmpty, "places overlap, or are empty")
      end = range.upperBound
    }
    folded = Folding.fold(safe.string)
    // The screen shows no tones and selectors: what is looked for in it has none either.
    let shown = Folding.fold(SafeText(needle).string)
    let isShown = !shown.isEmpty && isContained(Array(shown.utf8), in: Array(folded.utf8))
    try expect(ranges.isEmpty != isShown, "\(needle) is \(ranges.isEmpty ? "not " : "")shown in \(folded)")
  }

  private static func isContained(_ needle: [UInt8], in text: [UInt8]) -> Bool {
    needle.isEmpty || text.firstRange(of: needle) != nil
  }

  /// Safe text is safe, stays as it is, and is as wide as its parts.
  static let safeText = FuzzTarget("safe-text", longestInput: 1_024) { bytes throws(FuzzFinding) in
    let raw = String(decoding: bytes, as: UTF8.self)
    for (safe, again) in [
      (SafeText(raw), SafeText(SafeText(raw).string)),
      (SafeText(lines: raw), SafeText(lines: SafeText(lines: raw).string)),
    ] {
      try expect(safe == again, "safe text that is made safe again is another")
      let isControlled = safe.string.unicodeScalars.contains { scalar in
        scalar != "\n" && (scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value))
      }
      try expect(!isControlled, "a control character in safe text")
    }
    let safe = SafeText(raw)
    let widths = ColumnWidths()
    let width = widths.columns(safe)
    for columns in [0, 1, width / 2, width] {
      let cut = widths.truncate(safe, to: columns)
      try expect(widths.columns(cut) <= columns, "cut to \(columns) columns, it takes \(widths.columns(cut))")
    }
    for line in widths.wrap(safe, columns: 20) {
      try expect(widths.columns(line) <= 20, "a line of \(widths.columns(line)) of 20 columns")
    }
  }
}
