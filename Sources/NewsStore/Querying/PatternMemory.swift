import RegularExpressions
import TextBasics

/// What a connection looked for last, ready for use: a query asks for the same few patterns with every row.
///
/// Belongs to one connection, which one thread uses at a time.
final class PatternMemory {
  private typealias Entry<Pattern> = (bytes: [UInt8], pattern: Pattern)

  private var patterns: [Entry<FoldedPattern>] = []
  private var expressions: [Entry<RegularExpression?>] = []
  private var folded: [UInt8] = []

  private static let limit = 8

  func pattern(_ needle: UnsafeBufferPointer<UInt8>) -> FoldedPattern {
    Self.entry(needle, in: &patterns) { FoldedPattern($0) }
  }

  /// Whether the regular expression matches in the text; one that is wrong never does.
  func matches(_ pattern: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let known = Self.entry(pattern, in: &expressions) { try? RegularExpression($0) }
    guard let expression = known else { return false }
    let count = Folding.fold(text, into: &folded)
    return folded.withUnsafeBufferPointer { expression.matches(folded: UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  private static func entry<Pattern>(
    _ bytes: UnsafeBufferPointer<UInt8>, in entries: inout [Entry<Pattern>], make: (String) -> Pattern
  ) -> Pattern {
    if let known = entries.first(where: { $0.bytes.elementsEqual(bytes) }) { return known.pattern }
    if entries.count == limit { entries.removeFirst() }
    let pattern = make(String(decoding: bytes, as: UTF8.self))
    entries.append((Array(bytes), pattern))
    return pattern
  }
}
