import NewsModel
import SeededRandom
import Terminal
import Testing
import TextBasics
import Wording

@testable import Dashboard

/// Whatever a title holds, it takes the columns that it is given: in no row does anything stand beside its place.
@Suite struct HostileTitlesTests {
  private static let family = "👨\u{200D}👩\u{200D}👧\u{200D}👦"
  private static let pieces: [String] = [
    family, "👩🏽\u{200D}💻", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "🇨🇳", "🇺🇸", "🇭🇰", "1\u{FE0F}\u{20E3}",
    "❤\u{FE0F}", "☎\u{FE0E}", "👍🏿", "🏳\u{FE0F}\u{200D}🌈", "\u{1F1E8}", "\u{200D}", "\u{FE0F}", "🫠",
    "e\u{301}", "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}", "\u{301}", "か\u{3099}", "\u{20DD}",
    "\u{1112}\u{1161}\u{11AB}", "\u{1160}", "ก\u{E49}\u{E33}", "क\u{94D}ष\u{93F}", "\u{FDFA}",
    "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{AD}", "\u{034F}", "\u{180E}",
    "\u{202E}txt\u{202C}", "\u{2067}שלום\u{2069}", "مرحبا", "\u{200F}", "\u{061C}",
    "“”", "—", "…", "●", "①", "★", "±", "Ω", "│", "█", "\u{E000}",
    "\u{1B}[31m", "\u{9B}2J", "\u{7}", "\u{8}", "\t", "\r\n", "\u{85}", "\u{2028}", "\u{FFFD}", "\u{FFFE}", "\u{0}",
    "ｱ", "Ａ", "，", "\u{3000}", "\u{A0}", "𠮷", "㍿", "央行", "新股申购", " ", "+2.3%", "跌3%", "A", "IPO",
    String(repeating: "w", count: 120), String(repeating: "汉", count: 60), String(repeating: "e\u{301}", count: 50),
  ]

  private static func titles(_ count: Int) -> [String] {
    var random = SeededGenerator(seed: 300)
    return (0..<count).map { _ in
      (0..<Int.random(in: 1...14, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
    }
  }

  private static func articles(_ titles: [String]) -> [Article] {
    titles.enumerated().map { index, title in
      var article = SampleNews.article(index)
      article.headline.title = title
      article.headline.source = String(title.reversed())
      article.headline.pageTags = [title]
      article.blocks = [
        .paragraph(title + title), .list([title]), .table([["甲", "乙"], [title, "1"]]), .figure(title),
      ]
      return article
    }
  }

  /// What is wrong with a row of cells: each glyph has to take the cells that it has.
  private func mistakes(in buffer: Buffer, row: Int) -> [String] {
    let cells = Array(buffer.row(row))
    return cells.indices.compactMap { x in
      if cells[x].isContinuation { return x > 0 && !cells[x - 1].isContinuation ? nil : "half of a sign at \(x)" }
      let columns = buffer.widths.columns(SafeText(cells[x].text))
      let room = x + 1 < cells.count && cells[x + 1].isContinuation ? 2 : 1
      return columns == room ? nil : "\(cells[x].text.debugDescription) of \(columns) columns in \(room) at \(x)"
    }
  }

  @Test(arguments: [(24, 12), (40, 10), (80, 24), (120, 40), (200, 60)], [1, 2])
  func threeHundredOfThemBreakNoColumn(size: (Int, Int), ambiguous: Int) {
    let titles = Self.titles(300)
    var session = Session(
      width: size.0, height: size.1, articles: Self.articles(titles), widths: ColumnWidths(ambiguous: ambiguous))
    var seen = 0
    while seen < titles.count {
      let frame = session.frame
      for row in 0..<frame.size.height {
        let found = mistakes(in: frame, row: row)
        #expect(found.isEmpty, "\(found) in \(frame.lines[row].debugDescription)")
      }
      session.type("C-f")
      session.pass(milliseconds: 200)
      seen += max(1, size.1 - 4)
    }
  }

  @Test(arguments: [1, 2]) func theBordersBesideThemStandInOneColumn(ambiguous: Int) {
    var session = Session(
      width: 120, height: 40, articles: Self.articles(Self.titles(40)), widths: ColumnWidths(ambiguous: ambiguous))
    session.pass(milliseconds: 200)
    let frame = session.frame
    let border = session.state.arrangement.verticals
    #expect(!border.isEmpty)
    for rect in border {
      let glyphs = Set((rect.y + 1..<rect.maxY - 1).map { frame[rect.x, $0].text })
      #expect(glyphs.allSatisfy { !$0.isEmpty && $0 != " " }, "\(glyphs)")
    }
  }

  @Test func flagsAndJoinedEmojiStayWholeInTheReader() {
    for width in 4...24 {
      var article = SampleNews.article(0)
      article.headline.title = "🇨🇳🇺🇸\(Self.family)🇭🇰股🇨🇳\(Self.family)涨🇺🇸"
      let basis = Document.Basis(
        key: article.headline.key, width: width, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
      let lines = Document(article, words: Words(language: .zhHans), basis: basis).lines.filter { $0.role == .title }
      let letters = 0x1F1E6...0x1F1FF as ClosedRange<UInt32>
      for line in lines {
        #expect(line.text.string.unicodeScalars.filter { letters.contains($0.value) }.count % 2 == 0, "\(line.text)")
      }
      #expect(lines.map(\.text.string).joined() == "🇨🇳🇺🇸👨🇭🇰股🇨🇳👨涨🇺🇸")
    }
  }

  @Test func flagsAndJoinedEmojiStayWholeInTheList() {
    for width in 24...60 {
      let session = Session(
        width: width, height: 8, articles: Self.articles(["🇨🇳🇺🇸🇭🇰🇨🇳🇺🇸🇭🇰🇨🇳🇺🇸🇭🇰🇨🇳🇺🇸🇭🇰🇨🇳🇺🇸🇭🇰🇨🇳🇺🇸🇭🇰\(Self.family)"]))
      let row = session.lines.first { $0.contains("CNUSHK") } ?? ""
      let flags = row.filter { "CNUSHK".contains($0) }
      #expect(flags.count % 2 == 0 && !flags.isEmpty, "\(row)")
    }
  }
}
