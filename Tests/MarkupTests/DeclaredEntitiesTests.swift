import Testing

@testable import Markup

@Suite struct DeclaredEntitiesTests {
  /// The text that stands for `name` after all declarations, each of which is what stands between `<!ENTITY` and `>`.
  private func text(for name: String, declaring declarations: [String]) -> String? {
    var entities = DeclaredEntities()
    return text(for: name, declaring: declarations, in: &entities)
  }

  private func text(for name: String, declaring declarations: [String], in entities: inout DeclaredEntities) -> String?
  {
    for declaration in declarations {
      Array(declaration.utf8).withUnsafeBufferPointer { entities.note($0, 0..<$0.count) }
    }
    return Array(name.utf8).withUnsafeBufferPointer { entities.text(for: $0[...]) }.map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test(
    arguments: [
      (" a \"x\"", "x"), (" a 'x'", "x"), ("\n a\t=", nil), (" a \"it's\"", "it's"), (" a 'say \"x\"'", "say \"x\""),
      (" a \"\"", ""), (" a\"x\"", "x"), (" a \"&#x5357;&#65;&lt;&b;\"", "南A&lt;&b;"), (" a SYSTEM \"x\"", nil),
      (" a PUBLIC \"x\" \"y\"", nil), (" % a \"x\"", nil), (" a", nil), ("", nil), (" \"x\"", nil), (" A \"x\"", nil),
      (" a \"open", "open"), (" a \"<b>\"", "<b>"),
    ] as [(String, String?)])
  func readsSimpleDeclarationsAlone(declaration: String, expected: String?) {
    #expect(text(for: "a", declaring: [declaration]) == expected)
  }

  @Test func theFirstDeclarationOfANameCounts() {
    #expect(text(for: "a", declaring: [" a \"first\"", " a \"second\""]) == "first")
  }

  @Test func valuesOfMoreThanAKilobyteAreNotKept() {
    let most = String(repeating: "x", count: 1_024)
    #expect(text(for: "a", declaring: [" a \"\(most)\""]) == most)
    #expect(text(for: "a", declaring: [" a \"\(most)x\""]) == nil)
  }

  @Test func keepsTwoHundredAndFiftySixNames() {
    let declarations = (0..<300).map { " n\($0) \"v\($0)\"" }
    #expect(text(for: "n255", declaring: declarations) == "v255")
    #expect(text(for: "n256", declaring: declarations) == nil)
  }

  @Test func putsInAMegabyteAtMost() {
    var entities = DeclaredEntities()
    let value = String(repeating: "x", count: 1_000)
    #expect(text(for: "a", declaring: [" a \"\(value)\"", " b \"y\""], in: &entities) == value)
    var total = 1
    while text(for: "a", declaring: [], in: &entities) != nil, total < 5_000 { total += 1 }
    #expect(total == (1 << 20) / 1_000)
    // What still fits is put in.
    #expect(text(for: "b", declaring: [], in: &entities) == "y")
  }

  /// Each name stands for ten of the one before: what is known as a billion laughs.
  @Test func namesWithinAValueStayNames() {
    let levels = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }.joined()
    let text = "<!DOCTYPE a [<!ENTITY l0 \"ha\">\(levels)]><a>&l9;</a>"
    #expect(tokens(text, .xml).dropFirst(2).first == "\"" + String(repeating: "&l8;", count: 10) + "\"")
    #expect(tokens("<!DOCTYPE a [<!ENTITY a \"&a;\">]>&a;", .xml).last == "\"&a;\"")
  }

  @Test func aDeclaredNameStandsBeforeThatOfHTML() {
    #expect(
      tokens("<!DOCTYPE a [<!ENTITY copy \"(c)\"><!ENTITY lt \"less\">]>&copy;&lt;&gt;", .xml).last == "\"(c)less>\"")
    #expect(tokens("<!DOCTYPE a [<!ENTITY copy \"(c)\">]>&copy;", .html).last == "\"]>©\"")
  }
}
