import ArticleFields
import NewsModel
import Testing

@testable import SourceForms

@Suite struct SourceFormatTests {
  private struct Silent: RecordReading {
    let allNotes: [ParseNote] = []
    mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {}
  }

  @Test func aFormIsItsName() {
    let format = SourceFormat("web page", extensions: ["html"], container: .feed, isText: false) { _ in Silent() }
    let other = SourceFormat("web page") { _ in Silent() }
    #expect(format == other && Set([format, other]).count == 1)
    #expect(format != SourceFormat("feed") { _ in Silent() })
  }

  @Test func aFormIsTextThatNobodyTellsUnlessItSaysOtherwise() {
    let format = SourceFormat("a") { _ in Silent() }
    #expect(
      format.isText && format.extensions.isEmpty && format.container == nil && !format.isMet(FormatSample("<html>")))
    #expect(SourceFormat("b", isMet: \.isWebPage) { _ in Silent() }.isMet(FormatSample("<html>")))
  }

  @Test func aReaderThatSaysNothingIsNeverDone() { #expect(!Silent().isDone) }

  @Test func aResultIsARecord() {
    #expect(ParsedRecord(.success(Item(title: "甲"))) == .item(Item(title: "甲")))
    #expect(ParsedRecord(.failure(ParseRefusal(.empty, line: 2))) == .refused(ParseRefusal(.empty, line: 2)))
  }
}

@Suite struct WholeInputReaderTests {
  private func reader(limit: Int, fileName: String? = nil) -> WholeInputReader {
    WholeInputReader(context: ParsingContext(now: Timestamp(0), fileName: fileName), limit: limit) { bytes, _ in
      [.item(Item(title: String(decoding: bytes, as: UTF8.self)))]
    }
  }

  private func take(_ pieces: [String], _ reader: inout WholeInputReader) -> [ParsedRecord] {
    var records: [ParsedRecord] = []
    for (place, piece) in pieces.enumerated() {
      Array(piece.utf8).withUnsafeBytes { reader.take($0, isLast: place == pieces.count - 1) { records.append($0) } }
    }
    return records
  }

  @Test(arguments: [["云杉动力"], ["云杉", "动力"], ["云杉动力", ""], ["", "云", "杉动力"]]) func piecesAreReadAsOne(pieces: [String]) {
    var reader = reader(limit: 12)
    #expect(take(pieces, &reader) == [.item(Item(title: "云杉动力"))])
    #expect(!reader.isDone && reader.allNotes.isEmpty)
  }

  @Test func nothingIsReadBeforeTheEnd() {
    var reader = reader(limit: 100)
    var isRead = false
    Array("甲".utf8).withUnsafeBytes { reader.take($0, isLast: false) { _ in isRead = true } }
    #expect(!isRead)
  }

  @Test(arguments: [["0123456789a"], ["0123456789", "a"], ["01234567890", "a", "b"]]) func whatIsTooLongIsRefusedOnce(
    pieces: [String]
  ) {
    var reader = reader(limit: 10, fileName: "a.html")
    #expect(take(pieces, &reader) == [.refused(ParseRefusal(.tooLarge(limit: 10), path: "a.html"))])
    #expect(reader.isDone)
  }

  /// One reader may read one input after another.
  @Test func theNextInputBeginsAnew() {
    var reader = reader(limit: 10)
    #expect(take(["甲"], &reader) == [.item(Item(title: "甲"))])
    #expect(take(["乙"], &reader) == [.item(Item(title: "乙"))])
  }
}
