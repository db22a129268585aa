import Foundation
import Testing

@testable import Markup

@Suite struct NamedCharactersTests {
  private struct Fact {
    let name: String
    let text: String
    let isBare: Bool
  }

  /// The lines of `data/named-characters.tsv`, which the facts in the program are written from.
  private static func facts() throws -> [Fact] {
    let file = URL(filePath: #filePath).appending(path: "../../../data/named-characters.tsv").standardized
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t")
      let scalars = fields[1].split(separator: " ").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return Fact(name: String(fields[0]), text: String(text), isBare: fields.count > 2)
    }
  }

  @Test func everyNameOfTheTableGivesItsCharacters() throws {
    for fact in try Self.facts() {
      let decoded = MarkupLexer.decoded("&\(fact.name);")
      #expect(Array(decoded.unicodeScalars) == Array(fact.text.unicodeScalars), "\(fact.name)")
    }
  }

  @Test func onlyBareNamesStandWithoutTheirSemicolon() throws {
    let facts = try Self.facts()
    let bare = facts.filter(\.isBare).map(\.name)
    #expect(bare.count == 106)
    for fact in facts {
      let decoded = MarkupLexer.decoded("&\(fact.name)")
      if fact.isBare {
        #expect(decoded == fact.text, "\(fact.name)")
      } else if !bare.contains(where: fact.name.hasPrefix) {
        #expect(decoded == "&\(fact.name)", "\(fact.name)")
      }
    }
  }

  /// The limits of a search have to hold the longest names.
  @Test func noNameIsLongerThanTheSearchLooks() throws {
    let facts = try Self.facts()
    #expect(facts.map(\.name.utf8.count).max() == NamedCharacters.longestName)
    #expect(facts.filter(\.isBare).map(\.name.utf8.count).max() == NamedCharacters.longestBareName)
  }

  @Test(arguments: ["", "A", "AEli", "AEligs", "aelig ", "zwnj0", "zzzz", "0", "lT", "Nbsp", "\u{ff}"])
  func knowsNoOtherNames(name: String) {
    Array(name.utf8).withUnsafeBufferPointer { bytes in
      #expect(NamedCharacters.shared.meaning(of: bytes, 0..<bytes.count) == nil)
    }
  }

  @Test func namesTellLargeFromSmallLetters() {
    #expect(MarkupLexer.decoded("&Eacute;&eacute;&Dagger;&dagger;") == "Éé‡†")
  }
}
