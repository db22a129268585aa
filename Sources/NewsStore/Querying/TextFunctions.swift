internal import Foundation
internal import GRDB
internal import RegularExpressions
internal import Synchronization
internal import TextBasics

/// What SQL cannot say about text, as functions of every connection.
enum TextFunctions {
  static func register(_ db: Database) {
    db.add(function: folded)
    db.add(function: bodyContains)
    let patterns = PatternCache()
    db.add(function: patternMatches(patterns))
    db.add(function: patternMatchesBody(patterns))
  }

  /// `folded(text)`: the text in the form in which texts are compared; empty for NULL.
  private static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    Folding.fold(String.fromDatabaseValue(values[0]) ?? "")
  }

  /// `body_contains(summary, blocks, needle)`: whether a piece of the body contains the folded needle.
  private static let bodyContains = DatabaseFunction("body_contains", argumentCount: 3, pure: true) { values in
    guard let needle = String.fromDatabaseValue(values[2]) else { return false }
    return pieces(summary: values[0], blocks: values[1]).contains { Folding.fold($0).contains(needle) }
  }

  /// `pattern_matches(text, pattern)`: whether the regular expression matches somewhere; one that is wrong never does.
  private static func patternMatches(_ patterns: PatternCache) -> DatabaseFunction {
    DatabaseFunction("pattern_matches", argumentCount: 2, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]), let pattern = patterns[values[1]] else { return false }
      return pattern.matches(text)
    }
  }

  /// `pattern_matches_body(summary, blocks, pattern)`: whether it matches in a piece of the body.
  private static func patternMatchesBody(_ patterns: PatternCache) -> DatabaseFunction {
    DatabaseFunction("pattern_matches_body", argumentCount: 3, pure: true) { values in
      guard let pattern = patterns[values[2]] else { return false }
      return pieces(summary: values[0], blocks: values[1]).contains { pattern.matches($0) }
    }
  }

  private static func pieces(summary: DatabaseValue, blocks: DatabaseValue) -> [String] {
    let blocks = Data.fromDatabaseValue(blocks).flatMap { BodyCoding.blocks($0) } ?? []
    return [String.fromDatabaseValue(summary) ?? ""] + blocks.map(\.text)
  }
}

/// The regular expression that a connection used last, so that it is not compiled for every row.
private final class PatternCache: Sendable {
  private let last = Mutex<(pattern: String, expression: RegularExpression?)?>(nil)

  /// Nil where the value is no pattern.
  subscript(value: DatabaseValue) -> RegularExpression? {
    guard let pattern = String.fromDatabaseValue(value) else { return nil }
    return last.withLock { last in
      if let last, last.pattern == pattern { return last.expression }
      let expression = try? RegularExpression(pattern)
      last = (pattern, expression)
      return expression
    }
  }
}
