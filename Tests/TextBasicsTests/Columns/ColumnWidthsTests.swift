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

  @Test(.enabled(if: CLibrary.knowsJustUnicode14, "the C library knows another version of Unicode"))
  func agreesWithTheCLibrary() {
    let widths = CLibrary.widths(of: allScalarsThatMatter)
    for (scalar, theirs) in zip(allScalarsThatMatter, widths)
    where ScalarTable.shared.traits(scalar.value).fate == .keep && narrow.columns(scalar) != theirs {
      Issue.record(
        "U+\(String(scalar.value, radix: 16)): \(narrow.columns(scalar)), by the C library \(theirs)")
    }
  }
}

private enum CLibrary {
  /// U+1FAF0 came with Unicode 14, U+1FABF with 15.
  static var knowsJustUnicode14: Bool {
    widths(of: ["\u{1FAF0}", "\u{1FABF}"]) == [2, -1]
  }

  /// By `wcwidth`, in UTF-8 and on this thread only; empty where the library cannot.
  static func widths(of scalars: [Unicode.Scalar]) -> [Int] {
    // The overlay does not show wcwidth, and no other module may lend it.
    guard let symbol = dlsym(nil, "wcwidth"), let locale = newlocale(CInt(1 << LC_CTYPE), "C.UTF-8", nil) else {
      return []
    }
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (CInt) -> CInt).self)
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    return scalars.map { Int(wcwidth(CInt($0.value))) }
  }
}
