internal import Foundation
internal import GRDB
internal import TextBasics

/// What SQL cannot say about text, as functions of every connection.
enum TextFunctions {
  static func register(_ db: Database) {
    db.add(function: folded)
    db.add(function: bodyContains)
  }

  /// `folded(text)`: the text in the form in which texts are compared; empty for NULL.
  private static let folded = DatabaseFunction("folded", argumentCount: 1, pure: true) { values in
    Folding.fold(String.fromDatabaseValue(values[0]) ?? "")
  }

  /// `body_contains(summary, blocks, needle)`: whether a piece of the body contains the folded needle.
  private static let bodyContains = DatabaseFunction("body_contains", argumentCount: 3, pure: true) { values in
    guard let needle = String.fromDatabaseValue(values[2]) else { return false }
    let summary = String.fromDatabaseValue(values[0]) ?? ""
    let blocks = Data.fromDatabaseValue(values[1]).flatMap { BodyCoding.blocks($0) } ?? []
    return ([summary] + blocks.map(\.text)).contains { Folding.fold($0).contains(needle) }
  }
}
