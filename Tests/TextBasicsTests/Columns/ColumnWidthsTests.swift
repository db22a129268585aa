import Glibc
import Testing

@testable import TextBasics

@Suite struct ColumnWidthsTests {
  private let narrow = ColumnWidths()
  private let wide = ColumnWidths(ambiguous: 2)

  private func columns(_ text: SafeText) -> Int { narrow.columns(text) }

  @Test func countsLatinAsOneAndIdeographsAsTwo() {
    #expect(columns("IPO") == 3)
    #expect(columns("新股") == 4)
    #expect(columns("Ａ股，") == 6)
    #expect(columns("𠮷") == 2)
    #expect(columns("가") == 2)
    #expect(columns("ｱ") == 1)
    #expect(columns("") == 0)
  }

  @Test func marksTakeNoColumn() {
    #expect(columns("e\u{301}") == 1)
    #expect(columns("か\u{3099}") == 2)
    #expect(columns("\u{1112}\u{1161}\u{11AB}") == 2)
  }

  @Test func emojiTakeTwo() {
    #expect(columns("📈") == 2)
    #expect(columns("🇨🇳") == 2)
    #expect(columns("❤") == 1)
  }

  @Test(arguments: ["●", "★", "─", "│", "█", "“", "”", "—", "…", "▲", "·", "\u{E000}", "\u{FFFD}"])
  func ambiguousTakeWhatIsConfigured(_ sign: String) {
    #expect(narrow.columns(SafeText(sign)) == 1)
    #expect(wide.columns(SafeText(sign)) == 2)
  }

  @Test(arguments: ["a", "⠿", "ｱ", "ä"])
  func othersAreNotTouchedByTheAmbiguousWidth(_ sign: String) {
    #expect(wide.columns(SafeText(sign)) == 1)
  }

  @Test func agreesWithTheCLibrary() throws {
    // The overlay does not show wcwidth, and no other module may lend it.
    guard let symbol = dlsym(nil, "wcwidth") else { return }
    typealias Function = @convention(c) (CInt) -> CInt
    let wcwidth = unsafeBitCast(symbol, to: Function.self)
    let locale = try #require(newlocale(CInt(1 << LC_CTYPE), "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    for scalar in allScalarsThatMatter where ScalarTable.shared.traits(scalar.value).fate == .keep {
      let (ours, theirs) = (narrow.columns(scalar), Int(wcwidth(CInt(scalar.value))))
      guard ours != theirs else { continue }
      Issue.record("U+\(String(scalar.value, radix: 16)): \(ours), by the C library \(theirs)")
    }
  }
}
