import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import Records

/// What an open quotation mark of a table takes with it: nothing that is a row by itself.
@Suite struct SwallowedRowsTests {
  private func outline(_ text: String) -> [String] { read(text, as: .csv).outline }

  @Test(
    arguments: [
      // Never closed.
      ("title,text\n甲,\"一段\n乙,二段。\n丙,三段。\n", ["甲", "乙", "丙"]),
      // Closed by the mark of a later row.
      ("title,text\n甲,\"一段\n乙,二段。\n丙,\"三段。\"\n丁,四段。\n", ["甲", "乙", "丙", "丁"]),
      // In the first column.
      ("title,text\n\"甲,一段\n乙,二段。\n丙,三段。\n", ["\"甲", "乙", "丙"]),
      // Twice.
      ("title,text\n甲,\"一段\n乙,\"二段\n丙,三段。\n", ["甲", "乙", "丙"]),
      // Whole rows over several lines behind it.
      ("title,text\n甲,\"一段\n乙,\"二\n段。\"\n丙,三段。\n", ["甲", "乙", "丙"]),
    ] as [(String, [String])])
  func theRowsBehindAnOpenMarkAreRead(text: String, expected: [String]) {
    for end in ["\n", "\r\n", "\r"] {
      let text = text.replacing("\n", with: end)
      #expect(outline(text) == expected, "\(end.debugDescription)")
      for piece in [1, 4] { #expect(read(text, as: .csv, piece: piece).outline == expected) }
    }
  }

  @Test(
    arguments: [
      "title,text\n甲,\"一段。\n\n二段。\n三段。\"\n乙,四段。\n",
      "title,text\n甲,\"一,二\n三,四\"\n乙,四段。\n",
      "title,text,date\n甲,\"一,二,三\n四,五,六\",2031-06-15\n乙,四段。,2031-06-14\n",
      "title,text\n甲,\"年,货量\n2030,10\n2031,12\"\n乙,四段。\n",
    ])
  func aSoundRowStaysOneWhateverItsLinesLookLike(text: String) {
    let found = read(text, as: .csv)
    #expect(found.outline == ["甲", "乙"])
    #expect(found.notes.isEmpty)
  }

  /// Dates where the table has them tell rows for certain, even where the whole would be a row.
  @Test func rowsWithTheirDatesAreApartEvenWhereTheWholeIsSound() {
    let text = "title,text,date\n甲,\"一段,2031-06-15\n乙,二段\",2031-06-14\n丙,三段。,2031-06-13\n"
    let found = read(text, as: .csv)
    #expect(found.outline == ["甲", "乙", "丙"])
    #expect(found.items.map(\.published) == [moment(2031, 6, 15), moment(2031, 6, 14), moment(2031, 6, 13)])
    #expect(found.notes == [ParseNote(.openQuote, line: 2)])
  }

  @Test func linesOfTheTextBeforeTheRowsBelongToIt() {
    let text = "title,text,date\n甲,\"第一段\n第二段没有逗号,2031-06-15\n乙,二段。,2031-06-14\n丙,三段。,2031-06-13\n"
    let found = read(text, as: .csv)
    #expect(found.outline.suffix(2) == ["乙", "丙"])
    #expect(found.outline.count == 3)
  }

  @Test func theDateIsLookedForBehindATextOfManySeparators() {
    let text = "title,text,date\n甲,\"一,段,2031-06-15\n乙,二,段,二,2031-06-14\n丙,三段。,2031-06-13\n"
    let found = read(text, as: .csv)
    #expect(found.outline == ["甲", "乙", "丙"])
    #expect(found.items[1].published == moment(2031, 6, 14))
    #expect(found.items[1].blocks.first?.text == "二,段,二")
  }

  @Test func aRowOverSeveralLinesWithAMarkInItIsToldWhereItStaysOne() {
    let found = read("title,text\n甲,\"他说 \"好\" 。\n第二段。\"\n乙,一段。\n", as: .csv)
    #expect(found.outline == ["甲", "乙"])
    #expect(found.notes == [ParseNote(.innerQuote, line: 2)])
  }

  @Test func linesAreCountedBehindRowsThatWereApart() {
    let text = "title,source\n甲,\"x\n乙,y\n,z\n丙,w\n,v\n"
    #expect(outline(text) == ["甲", "乙", "noArticleFields 4", "丙", "noArticleFields 6"])
  }

  @Test func theRefusalOfAnOpenMarkNamesTheLineOfItsRow() {
    #expect(outline("title,text\n甲,一段。\n\n乙,\"没有结束\n还没有") == ["甲", "openQuote 4"])
  }

  /// Lines with an open mark each would be looked at again and again; the budget ends that, whatever it is, and the rows are the same.
  @Test func theBudgetBoundsWhatIsLookedAtTwice() {
    let raw = Array((["甲,\"一"] + (0..<200).map { "第\($0)行,\"x" }).joined(separator: "\n").utf8)
    let shape = SwallowedRows.Shape(columns: 2, text: 1, date: nil, isDate: { _ in false })
    let rows = SwallowedRows(shape: shape, separator: UInt8(ascii: ","), limit: 1 << 20)
    func spent(_ budget: Int) -> (bytes: Int, rows: Int) {
      var left = budget
      let found = raw.withUnsafeBufferPointer { rows.rows(in: $0, isRegular: false, budget: &left) }
      return (budget - left, (found?.closed.count ?? 0) + (found?.open == nil ? 0 : 1))
    }
    let (free, bound) = (spent(1 << 30), spent(5_000))
    #expect(bound.bytes <= 5_000 + 2 * raw.count)
    #expect(free.bytes > bound.bytes * 4)
    #expect(free.rows == 201 && bound.rows == 201)
  }
}
