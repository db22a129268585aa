import NewsModel
import ParsingSupport
import Testing

@testable import NewsParsing
@testable import SourceForms

@Suite struct MailReaderTests {
  private let text =
    "Harbor City said on Sunday that its port handled more cargo than in any quarter before. Rates held steady."

  private func letter(
    _ fields: String = "", subject: String = "Ports grow again", type: String = "text/plain; charset=utf-8",
    body: String? = nil
  ) -> String {
    "From: \"Harbor Wire\" <news@wire.example>\nSubject: \(subject)\nDate: Sun, 15 Jun 2031 05:42:00 +0800\n\(fields)"
      + "Content-Type: \(type)\n\n\(body ?? text)\n"
  }

  private func read(_ mail: String, piece: Int = .max) -> [ParsedRecord] {
    var stream = RecordStream(format: .mail, context: context())
    var records: [ParsedRecord] = []
    let bytes = Array(mail.utf8)
    var start = 0
    while start < bytes.count {
      let end = start + min(piece, bytes.count - start)
      bytes[start..<end].withUnsafeBytes { stream.feed($0, isLast: end == bytes.count) { records.append($0) } }
      start = end
    }
    return records
  }

  private func items(_ mail: String, piece: Int = .max) -> [Item] {
    read(mail, piece: piece).compactMap { if case .item(let item) = $0 { item } else { nil } }
  }

  @Test func theSubjectIsTheHeadlineAndWhoSendsItTheSource() throws {
    let item = try #require(items(letter()).first)
    #expect(item.title == "Ports grow again")
    #expect(item.source == "Harbor Wire")
    #expect(item.published == moment(2031, 6, 15, 5, 42))
    #expect(item.blocks.plainText == text)
  }

  @Test func encodedWordsAreReadInBoth() throws {
    let mail = letter(subject: "=?UTF-8?B?6LSn6YeP?= =?UTF-8?B?5Zue5Y2H?=").replacing(
      "\"Harbor Wire\"", with: "=?UTF-8?Q?=E6=B8=AF=E5=8F=A3?=")
    let item = try #require(items(mail).first)
    #expect(item.title == "货量回升")
    #expect(item.source == "港口")
    #expect(
      items(letter().replacing("\"Harbor Wire\" <news@wire.example>", with: "news@wire.example")).first?.source
        == "news@wire.example")
  }

  @Test func ofTwoFormsThePageIsRead() throws {
    let parts =
      "--x\nContent-Type: text/plain\n\nplain words\n--x\nContent-Type: text/html; charset=utf-8\n\n<p>\(text)</p>\n--x--"
    let item = try #require(items(letter(type: "multipart/alternative; boundary=x", body: parts)).first)
    #expect(item.blocks.plainText == text)
  }

  @Test func aLetterWithoutTextIsNoArticle() {
    let parts = "--x\nContent-Type: image/png\n\nabc\n--x--"
    #expect(
      read(letter(type: "multipart/mixed; boundary=x", body: parts)) == [
        .refused(ParseRefusal(.notAnArticle, path: nil))
      ])
  }

  // MARK: Mailboxes

  @Test(arguments: [1, 7, .max]) func aMailboxHoldsMails(_ piece: Int) {
    let box = "From a@b Sun Jun 15\n" + letter() + "\nFrom a@b Mon Jun 16\n" + letter(subject: "Rates hold steady")
    #expect(items(box, piece: piece).map(\.title) == ["Ports grow again", "Rates hold steady"])
    #expect(items(box.replacing("\n", with: "\r\n"), piece: piece).count == 2)
  }

  @Test func theWordAtTheStartOfALineIsNoMail() {
    let box = "From a@b Sun Jun 15\n" + letter(body: text + "\nFrom June on rates rise.")
    #expect(read(box).count == 1)
    // A mail that is no mailbox has it anywhere.
    #expect(read(letter(body: text + "\n\nFrom June on rates rise.")).count == 1)
  }

  // MARK: Saved pages

  private func saved(_ fields: String, type: String = "multipart/related") -> String {
    let page =
      "<html><head><title>Ports grow again</title></head><body><article><h1>Ports grow again</h1><p>\(text)</p><p>\(text)</p></article></body></html>"
    return letter(
      fields, subject: "Saved", type: "\(type); boundary=x",
      body: "--x\nContent-Type: text/html; charset=utf-8\nContent-Location: https://port.example/b\n\n\(page)\n--x--")
  }

  @Test func aPageThatABrowserSavedIsAWebPage() throws {
    let item = try #require(items(saved("")).first)
    #expect(item.title == "Ports grow again")
    #expect(item.url == "https://port.example/b")
    #expect(
      items(saved("Snapshot-Content-Location: https://port.example/a\n", type: "multipart/mixed")).first?.url
        == "https://port.example/a")
  }

  @Test func otherwiseTheSubjectCounts() {
    #expect(items(saved("", type: "multipart/mixed")).first?.title == "Saved")
  }
}
