import SeededRandom
import Testing

@testable import TOML

/// No file costs more than its length, and none ends the program.
struct TOMLLimitsTests {
  private func kinds(_ text: String, _ change: (inout TOMLDocument.Limits) -> Void = { _ in }) -> [TOMLMistake.Kind] {
    var limits = TOMLDocument.Limits()
    change(&limits)
    return TOMLDocument(Array(text.utf8), limits: limits).mistakes.map(\.kind)
  }

  @Test(arguments: ["[", "{a=", "[[", "[{a="])
  func valuesThatNestTooDeepEndTheReading(opening: String) {
    #expect(kinds("a = " + String(repeating: opening, count: 100_000)) == [.tooDeep(levels: 32)])
  }

  @Test func dottedNamesAreLevels() {
    let path = repeatElement("a", count: 20_000).joined(separator: ".")
    #expect(kinds("[\(path)]\nx = 1") == [.tooDeep(levels: 32)])
    #expect(kinds("\(path) = 1") == [.tooDeep(levels: 32)])
    #expect(kinds("a = { \(path) = 1 }") == [.tooDeep(levels: 32)])
    let shortPath = repeatElement("a", count: 20).joined(separator: ".")
    #expect(kinds("[\(shortPath)]\n\(shortPath) = 1") == [.tooDeep(levels: 32)])
    #expect(kinds("[\(shortPath)]\nb = 1\n[c]\n\(shortPath) = 1") == [])
  }

  @Test func sizeKeysAndMistakesAreLimited() {
    #expect(kinds("a = 1 # long") { $0.size = 8 } == [.tooLarge(bytes: 8)])
    #expect(kinds("a = 1\nb = 2\nc = 3") { $0.keys = 2 } == [.tooManyKeys(2)])
    #expect(
      kinds("a = x\nb = x\nc = x\nd = x") { $0.mistakes = 2 } == [.badValue("x"), .badValue("x"), .tooManyMistakes(2)])
    #expect(kinds("a = x\nb = [[1]]") { $0.depth = 2 } == [.badValue("x"), .tooDeep(levels: 2)])
  }

  @Test func whatAMessageQuotesIsCut() {
    let long = String(repeating: "中", count: 1_000)
    #expect(kinds("a = \(long)") == [.badValue(String(repeating: "中", count: 39) + "…")])
  }

  @Test func randomFilesOfTheSignsOfTheNotationAreReadToTheirEnd() {
    var random = SeededGenerator(seed: 11)
    let signs = [
      "a", "b", ".", "=", "[", "]", "{", "}", "\"", "'", "\"\"\"", "'''", "\\", "\n", "\r", "#", ",", " ", "1", "-",
      "2031-01-01",
      "0x", "true", "，", "\0", "\\u", "é", "e", "inf",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
        .joined()
      let lineCount = 1 + text.unicodeScalars.count { $0 == "\n" || $0 == "\r" }
      for mistake in TOMLDocument(Array(text.utf8)).mistakes {
        #expect((1...lineCount).contains(mistake.place.line) && mistake.place.column >= 1, "\(text.debugDescription)")
      }
    }
  }

  @Test func randomBytesAreReadToTheirEnd() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<1_000 {
      let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let document = TOMLDocument(bytes)
      #expect(document.mistakes.count <= TOMLDocument.Limits().mistakes + 1)
    }
  }
}
