import SeededRandom
import Testing

@testable import TextBasics

@Suite struct ClustersTests {
  private let widths = ColumnWidths()

  private func clusters(_ text: SafeText, _ widths: ColumnWidths = ColumnWidths()) -> [Cluster] {
    var result: [Cluster] = []
    widths.forEachCluster(of: text) {
      result.append($0)
      return true
    }
    return result
  }

  @Test func keepsMarksWithTheirBase() {
    #expect(
      clusters("ae\u{301}\u{302}中") == [
        Cluster(Glyph("a"), columns: 1), Cluster(Glyph("e\u{301}\u{302}"), columns: 1), Cluster(Glyph("中"), columns: 2),
      ])
  }

  @Test func aFlagIsItsTwoLetters() {
    #expect(clusters("🇨🇳🇺🇸").map(\.glyph.text) == ["C", "N", "U", "S"])
    #expect(clusters("🇨🇳🇺\u{301}好").map(\.glyph.text) == ["C", "N", "U\u{301}", "好"])
    #expect(clusters("🇨🇳🇺").map(\.columns) == [1, 1, 1])
  }

  @Test func keepsASyllableOfJamoTogether() {
    #expect(clusters("\u{1112}\u{1161}\u{11AB}\u{1100}").map(\.columns) == [2, 2])
  }

  @Test func showsALineBreakAsABlank() {
    #expect(clusters(SafeText(lines: "a\nb")).map(\.glyph.text) == ["a", " ", "b"])
    #expect(widths.columns(SafeText(lines: "a\nb")) == 3)
  }

  @Test func stopsWhenTold() {
    var seen = 0
    widths.forEachCluster(of: "新股申购") { _ in
      seen += 1
      return seen < 2
    }
    #expect(seen == 2)
  }

  @Test func clustersAddUpToTheText() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let text = SafeText(.random(using: &random))
      for widths in [ColumnWidths(), ColumnWidths(ambiguous: 2)] {
        let clusters = clusters(text, widths)
        #expect(clusters.map(\.glyph.text).joined() == withLettersOfFlags(text.string))
        #expect(clusters.reduce(0) { $0 + $1.columns } == widths.columns(text))
        #expect(clusters.allSatisfy { 1...2 ~= $0.columns })
      }
    }
  }

  private func withLettersOfFlags(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isLetter = 0x1F1E6...0x1F1FF ~= scalar.value
      result.append(isLetter ? Unicode.Scalar(UInt8(scalar.value - 0x1F1E6 + 0x41)) : scalar)
    }
    return String(result)
  }
}
