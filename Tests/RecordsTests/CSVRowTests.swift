import Testing

@testable import Records

/// How one row is cut into cells.
@Suite struct CSVRowTests {
  private static let comma = UInt8(ascii: ",")

  /// The cells of the first row of a text, and how many bytes it took.
  private func cut(_ text: String, separator: UInt8 = comma, limit: Int = 1_000, piece: Int = .max) -> (
    row: CSVRow, cells: [String], end: Int
  ) {
    var row = CSVRow(separator: separator, limit: limit)
    let bytes = Array(text.utf8)
    var position = 0
    var isWhole = false
    while !isWhole, position < bytes.count {
      let end = position + min(piece, bytes.count - position)
      let taken = bytes[..<end].withUnsafeBufferPointer { row.take($0, from: position) }
      (position, isWhole) = (taken.end, taken.isWhole)
    }
    if !isWhole, !row.isQuoted { row.endCell() }
    return (row, cells(of: row), position)
  }

  private func cells(of row: CSVRow) -> [String] {
    row.ends.indices.map { String(decoding: row.cell($0), as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("a,b\n", ["a", "b"]), ("a,b", ["a", "b"]), ("a,b\rc", ["a", "b"]), ("a,b\r\nc", ["a", "b"]), ("\n", [""]),
      (",\n", ["", ""]), ("a,,b\n", ["a", "", "b"]), ("a,\n", ["a", ""]), (",a\n", ["", "a"]),
      ("港口,航运\n", ["港口", "航运"]),
      ("a b , c\n", ["a b ", "c"]), ("a\tb\n", ["a\tb"]),
    ] as [(String, [String])])
  func separatorsCutARow(text: String, expected: [String]) {
    #expect(cut(text).cells == expected)
  }

  @Test(
    arguments: [
      ("\"a\",b\n", ["a", "b"]), ("\"a,b\",c\n", ["a,b", "c"]), ("\"a\nb\",c\n", ["a\nb", "c"]),
      ("\"\",b\n", ["", "b"]),
      ("\"a\"\"b\",c\n", ["a\"b", "c"]), ("\"\"\"a\"\"\"\n", ["\"a\""]), ("\"\"\"\"\n", ["\""]),
      ("\"a\"\n", ["a"]), ("\"a\"", ["a"]), ("a,\"b\"\r", ["a", "b"]), ("\"a\r\nb\"\n", ["a\r\nb"]),
    ] as [(String, [String])])
  func quotationMarksHoldSeparatorsAndLineBreaks(text: String, expected: [String]) {
    let (row, cells, _) = cut(text)
    #expect(cells == expected)
    #expect(row.isRegular)
  }

  @Test(
    arguments: [
      ("a, \"b,c\" ,d\n", ["a", "b,c", "d"]), ("  \"a\"\n", ["a"]), ("\"a\"  ,b\n", ["a", "b"]),
      ("\"a\" \n", ["a"]),
    ] as [(String, [String])])
  func blanksAroundQuotationMarksDoNotCount(text: String, expected: [String]) {
    #expect(cut(text).cells == expected)
    #expect(cut(text).row.isRegular)
  }

  @Test(
    arguments: [
      ("\"a \"b\" c\",d\n", ["a \"b\" c", "d"]), ("\"a\"b,c\"\n", ["a\"b,c"]), ("\"a\"  b\"\n", ["a\"  b"]),
      ("\"a\" \"\"b\"\n", ["a\" \"b"]),
    ] as [(String, [String])])
  func aMarkWithinQuotesThatEndsNothingIsText(text: String, expected: [String]) {
    let (row, cells, _) = cut(text)
    #expect(cells == expected)
    #expect(!row.isRegular)
  }

  @Test(arguments: [("a\"b,c\n", false), ("a\",b\n", true), ("a b\"\n", true), ("\"a\",b\n", false), ("a,b\"\n", true)])
  func aMarkAtTheEndOfAnOpenCellIsStray(text: String, isStray: Bool) {
    let (row, cells, _) = cut(text)
    #expect(row.hasStrayQuote == isStray)
    #expect(cells.count == (text.contains(",") ? 2 : 1))
  }

  @Test(arguments: [("a,b\nc", 4), ("a,b\r\nc", 4), ("\"a\nb\"\nc", 6), ("a", 1), ("\n\n", 1), ("\"a\r\"\rb", 5)])
  func aRowEndsBehindTheFirstSignOfItsLineEnd(text: String, end: Int) {
    #expect(cut(text).end == end)
  }

  @Test(arguments: [("\"a\nb\rc\r\nd\"\n", 3), ("\"\n\n\"\n", 2), ("\"\r\r\n\n\"\n", 3), ("a\n", 0), ("\"a\"\n", 0)])
  func lineBreaksWithinQuotesAreCountedOnce(text: String, count: Int) {
    for piece in [1, 2, 3, 100] { #expect(cut(text, piece: piece).row.innerLines == count, "in pieces of \(piece)") }
  }

  @Test func piecesOfAnySizeGiveTheSameCells() {
    let text = "甲, \"一\"\"段,\r\n二 \"段\" 。\" ,x\"y,\"\"\n"
    let whole = cut(text)
    #expect(whole.cells == ["甲", "一\"段,\r\n二 \"段\" 。", "x\"y", ""])
    for piece in 1...7 {
      let (row, cells, end) = cut(text, piece: piece)
      #expect(cells == whole.cells && end == whole.end, "in pieces of \(piece)")
      #expect(row.isRegular == whole.row.isRegular && row.hasStrayQuote == whole.row.hasStrayQuote)
    }
  }

  @Test func aRowOverTheLimitKeepsNothing() {
    let (row, cells, end) = cut("abc,defg\nh", limit: 6)
    #expect(row.isOversized && cells.isEmpty && end == 9)
    #expect(!cut("abc,def\n", limit: 6).row.isOversized)
    // What comes behind is dropped with it, however small it is, and so are cells beyond the most.
    #expect(cut(String(repeating: ",", count: CSVRow.mostCells + 40), limit: 20).row.isOversized)
    #expect(cut("abcdefgh,i,j\n", limit: 6).row.bytes == [])
  }

  @Test func aClearedRowIsANewOne() {
    var row = cut("\"a\nb\"c\",d\"\n").row
    #expect(row.isBegun && row.innerLines == 1 && !row.isRegular && row.hasStrayQuote)
    row.clear()
    #expect(!row.isBegun && row.innerLines == 0 && row.isRegular && !row.hasStrayQuote && row.ends.isEmpty)
    _ = Array("x,y\n".utf8).withUnsafeBufferPointer { row.take($0, from: 0) }
    #expect(cells(of: row) == ["x", "y"])
  }

  @Test(arguments: [("", true), ("\n", true), (" , ,\n", true), ("\"\",\"\n\"\n", true), ("a,\n", false)])
  func aRowOfBlanksIsBlank(text: String, isBlank: Bool) {
    #expect(cut(text).row.isBlank == isBlank)
  }

  @Test func cellsBeyondTheLastThatIsKeptStandInIt() {
    let most = CSVRow.mostCells
    let exact = cut(Array(repeating: "a", count: most).joined(separator: ",") + "\n", limit: 100_000)
    #expect(exact.cells.count == most && exact.cells.last == "a")
    let more = cut(Array(repeating: "a", count: most + 2).joined(separator: ",") + "\n", limit: 100_000)
    #expect(more.cells.count == most && more.cells.last == "a,a,a")
    #expect(more.cells.dropLast().allSatisfy { $0 == "a" })
  }

  // MARK: A quotation mark that was a sign of the text

  @Test(
    arguments: [
      ("a,\"b,c", 3, ["a", "\"b", "c"]), ("a,\"b,c", 2, ["a", "\"b,c"]), ("a,\"b", 2, ["a", "\"b"]),
      ("\"a,b\n", 2, ["\"a", "b"]), ("\"a\r\n", 1, ["\"a"]), ("a,\"", 2, ["a", "\""]),
    ] as [(String, Int, [String])])
  func anOpenMarkBecomesTextAndTheSeparatorsBehindItSeparate(text: String, columns: Int, expected: [String]) {
    var row = cut(text).row
    #expect(row.isQuoted)
    row.endTakingQuoteForText(columns: columns)
    #expect(cells(of: row) == expected)
  }
}
