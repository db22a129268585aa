/// A part of the program that takes bytes from outside, and what it promises whatever they are.
///
/// The fuzzer (`make fuzz`) calls it with bytes that it invents, and `FuzzTests` with those that are kept in `Tests/Fuzz/corpus`.
public struct FuzzTarget: Sendable {
  /// The folder of its inputs in the corpus.
  public let name: String
  /// The most bytes that the fuzzer makes.
  public let longestInput: Int
  private let body: @Sendable (_ bytes: [UInt8]) throws(FuzzFinding) -> Void

  init(_ name: String, longestInput: Int = 4_096, _ body: @escaping @Sendable ([UInt8]) throws(FuzzFinding) -> Void) {
    self.name = name
    self.longestInput = longestInput
    self.body = body
  }

  /// Takes the bytes in. Throws where a promise is broken; a trap ends the program.
  public func take(_ bytes: [UInt8]) throws(FuzzFinding) { try body(bytes) }

  /// All that reads from outside.
  public static let all: [FuzzTarget] = [
    .pages, .webPages, .feeds, .jsonLines, .csv, .literals, .sqlDumps, .yaml, .tables, .markupRecords, .webArchives,
    .mails,
    .archives, .anyFormat, .subscriptionLists, .queries, .patterns, .folding,
    .safeText, .settings, .themes, .terminalInput, .postingPages, .indexedTexts, .textDeltas,
    .analysis,
  ]

  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// A promise that an input broke.
public struct FuzzFinding: Error, CustomStringConvertible {
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Throws where `holds` is false.
func expect(_ holds: Bool, _ promise: @autoclosure () -> String) throws(FuzzFinding) {
  if !holds { throw FuzzFinding(promise()) }
}
