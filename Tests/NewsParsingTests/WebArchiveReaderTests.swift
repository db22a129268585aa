import NewsModel
import ParsingSupport
import Testing

@testable import NewsParsing
@testable import SourceForms

@Suite struct WebArchiveReaderTests {
  private let sentence =
    "Harbor City said on Sunday that its port handled more cargo than in any quarter before. Rates held steady."

  private func html(_ title: String) -> String {
    "<html><head><title>\(title)</title></head><body><article><h1>\(title)</h1><p>\(sentence)</p><p>\(sentence)</p></article></body></html>"
  }

  private func answer(_ body: String, status: Int = 200, type: String = "text/html; charset=utf-8", fields: String = "")
    -> String
  {
    "HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(fields)\r\n\(body)"
  }

  private func record(
    _ body: String, kind: String = "response", address: String = "https://port.example/a",
    type: String = "application/http", length: Int? = nil
  ) -> String {
    "WARC/1.0\r\nWARC-Type: \(kind)\r\nWARC-Target-URI: \(address)\r\nWARC-Date: 2031-06-15T05:42:00Z\r\nContent-Type: \(type)\r\n"
      + "Content-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
  }

  private func read(_ archive: String, piece: Int = .max, limit: Int = 1 << 20) -> (
    records: [ParsedRecord], notes: [ParseNote]
  ) {
    var context = context(fileTime: nil)
    context.sizeLimit = limit
    var stream = RecordStream(format: .webArchive, context: context)
    var records: [ParsedRecord] = []
    let bytes = Array(archive.utf8)
    var start = 0
    while start < bytes.count {
      let end = start + min(piece, bytes.count - start)
      bytes[start..<end].withUnsafeBytes { stream.feed($0, isLast: end == bytes.count) { records.append($0) } }
      start = end
    }
    return (records, stream.notes)
  }

  /// Titles, and reasons of refusals.
  private func told(_ archive: String, piece: Int = .max, limit: Int = 1 << 20) -> [String] {
    read(archive, piece: piece, limit: limit).records.map { record in
      switch record {
      case .item(let item): item.title
      case .refused(let refusal): "\(refusal.reason)"
      }
    }
  }

  @Test func anAnswerIsAPageWithItsAddressAndTheTimeOfFetching() throws {
    guard case .item(let item)? = read(record(answer(html("Ports grow again")))).records.first else {
      Issue.record("no page")
      return
    }
    #expect(item.title == "Ports grow again")
    #expect(item.url == "https://port.example/a")
    #expect(item.published == utc(2031, 6, 15, 5, 42))
    #expect(item.isDateEstimated)
  }

  @Test(arguments: [1, 13, 400, .max]) func recordsMayComeInPiecesOfAnySize(_ piece: Int) {
    let archive =
      record("software: crawler", kind: "warcinfo", type: "application/warc-fields")
      + record(answer(html("Ports grow again")))
      + record("GET / HTTP/1.1\r\n\r\n", kind: "request")
      + record(answer(html("Rates hold steady")), address: "<https://port.example/b>")
    #expect(told(archive, piece: piece) == ["Ports grow again", "Rates hold steady"])
  }

  @Test func aTextThatWasMadeOfAPageIsReadAsADump() {
    guard case .item(let item)? = read(record(page(), kind: "conversion", type: "text/plain")).records.first else {
      Issue.record("no page")
      return
    }
    #expect(item.title == "远帆航运上半年货量回升")
    #expect(item.url == "https://port.example/a")
  }

  @Test func aResourceHasNoAnswerAroundIt() {
    #expect(told(record(html("Ports grow again"), kind: "resource", type: "text/html")) == ["Ports grow again"])
  }

  @Test func otherFilesAreCountedAndFailuresAreNot() {
    let archive = { (body: String) in self.record(body) + self.record(self.answer(self.html("Ports grow again"))) }
    let notes = { (body: String) in self.read(archive(body)).notes.map(\.count) }
    #expect(notes(answer("GIF89a", type: "image/gif")) == [1])
    #expect(notes(answer(" \n")) == [1])
    #expect(notes("no answer") == [1])
    #expect(notes(answer(html("Not here"), status: 404)) == [])
    #expect(told(archive(answer(html("Not here"), status: 404))) == ["Ports grow again"])
  }

  @Test func anArchiveWithoutPagesSaysSo() {
    #expect(
      told(record("software: crawler", kind: "warcinfo")) == ["\(ParseRefusal.Reason.holdsNothing(.archivedPages))"])
  }

  // MARK: Damage

  @Test func behindAWrongLengthTheNextHeaderIsFound() {
    let next = record(answer(html("Rates hold steady")))
    #expect(told(record(answer(html("Ports grow again")), length: 60) + next).last == "Rates hold steady")
    #expect(told(record("x", kind: "request", length: 0) + next) == ["Rates hold steady"])
    #expect(told("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -5\r\n\r\n" + next) == ["Rates hold steady"])
    #expect(told("noise WARC/1.0\r\n\r\n" + next) == ["Rates hold steady"])
  }

  @Test func aPageThatTheEndCutsOffIsReadAndTold() {
    let cut = String(record(answer(html("Ports grow again"))).dropLast(20))
    #expect(told(cut) == ["Ports grow again", "endsWithinEntry"])
    #expect(
      told(record(answer(html("Ports grow again"))) + "WARC/1.0\r\nWARC-Type: resp") == [
        "Ports grow again", "endsWithinEntry",
      ])
  }

  @Test func aPageOverTheLimitIsRefusedAndTheNextIsRead() {
    let large = answer(html("Ports grow again") + String(repeating: " ", count: 4_000))
    let archive = record(large) + record(answer(html("Rates hold steady")))
    for piece in [50, .max] {
      #expect(
        told(archive, piece: piece, limit: 4_000) == [
          "\(ParseRefusal.Reason.tooLarge(limit: 4_000))", "Rates hold steady",
        ])
    }
  }

  // MARK: Answers of servers

  private func http(_ text: String) -> String? {
    HTTPAnswer(Array(text.utf8)).map { "\($0.status)|\($0.contentType)|\(String(decoding: $0.body, as: UTF8.self))" }
  }

  @Test func anAnswerHasItsStatusItsTypeAndItsBody() {
    #expect(http("HTTP/1.1 200 OK\r\nContent-Type: Text/HTML\r\n\r\n正文") == "200|text/html|正文")
    #expect(http("HTTP/1.0 301\n\n") == "301||")
    for text in ["", "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n", "HTTP/1.1\r\n\r\n", "HTTP/1.1 fine\r\n\r\n"] {
      #expect(http(text) == nil)
    }
  }

  @Test(arguments: [
    ("2\r\nab\r\n3;x=y\r\ncde\r\n0\r\n\r\n", "abcde"), ("A\r\n0123456789\r\n0\r\n", "0123456789"), ("5\r\nabc", "abc"),
    ("2\r\nab\r\nzz", "ab"),
    ("<p>no chunks</p>", "<p>no chunks</p>"), ("123456789\r\nab", "123456789\r\nab"), ("0\r\n\r\n", ""), ("", ""),
    ("ab", "ab"),
  ])
  func chunksAreJoined(_ body: String, _ expected: String) {
    #expect(http("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body) == "200||\(expected)")
  }

  @Test func aDamagedPackedBodyIsNone() {
    let bytes = Array("HTTP/1.1 200 OK\r\n\r\n".utf8) + [0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff]
    #expect(HTTPAnswer(bytes) == nil)
  }
}
