import ArticleFields
import Decoding
import NewsModel
import Records
package import SourceForms
import TextScanning
import WebAddresses
import WebPages

extension SourceFormat {
  /// A mail, a mailbox, or a page that a browser saved as one (MHTML).
  package static let mail = SourceFormat(
    "mail", extensions: ["eml", "mbox", "mhtml", "mht"], container: .archivedPages, isText: false,
    isMet: { $0.mailHeaders != nil }
  ) {
    MailReader(context: $0)
  }
}

/// Reads mails: newsletters, and web pages in the envelope of a mail. Memory holds one mail.
struct MailReader: RecordReading {
  private let context: ParsingContext
  private var rest: [UInt8] = []
  /// How much of `rest` was looked through for the next mail of a mailbox.
  private var searched = 0
  private(set) var isDone = false
  let allNotes: [ParseNote] = []

  /// A page with its pictures is larger than its text.
  private static let longestMail = 96 << 20

  init(context: ParsingContext) { self.context = context }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard !isDone else { return }
    rest.append(contentsOf: piece)
    while let next = nextMail() {
      emit(read(Array(rest[..<next])))
      rest.removeFirst(next)
      searched = 0
    }
    searched = max(0, rest.count - 8)
    guard rest.count <= Self.longestMail else {
      isDone = true
      rest = []
      return emit(.refused(ParseRefusal(.tooLarge(limit: Self.longestMail), path: context.fileName)))
    }
    guard isLast, !rest.isEmpty else { return }
    emit(read(rest))
    rest = []
  }

  /// Where the second mail of a mailbox begins: behind an empty line, with `From `.
  private func nextMail() -> Int? {
    guard rest.starts(with: "From ".utf8) else { return nil }
    return rest.withUnsafeBufferPointer { bytes in
      var position = max(searched, 1)
      while let newline = bytes.offset(of: 0x0a, from: position) {
        let next = newline + 1
        let isBehindBlank =
          bytes[newline - 1] == 0x0a || newline > 1 && bytes[newline - 1] == 0x0d && bytes[newline - 2] == 0x0a
        if isBehindBlank, bytes[next...].starts(with: "From ".utf8) { return next }
        position = next
      }
      return nil
    }
  }

  private func read(_ mail: [UInt8]) -> ParsedRecord {
    let start = mail.starts(with: "From ".utf8) ? mail.firstIndex(of: 0x0a).map { $0 + 1 } ?? 0 : 0
    let bytes = Array(mail[start...].drop { $0 <= 0x20 })
    let head = MIMEFields(bytes[..<(MIMEFields.end(in: bytes, from: 0) ?? bytes.count)])
    let parts = MIMEPart.leaves(of: bytes)
    let pages = parts.filter { Self.type(of: $0).hasPrefix("text/html") || Self.type(of: $0).contains("xhtml") }
    var context = context
    if let date = head["date"], case .moment(let moment, _) = FeedDate.reading(date, zone: context.zone) {
      context.fileTime = moment
    }
    if head["snapshot-content-location"] != nil
      || head["content-type"]?.lowercased().hasPrefix("multipart/related") ?? false,
      let page = pages.first
    {
      return savedPage(page, head, context)
    }
    return letter(head, pages.first, parts.first { Self.type(of: $0).hasPrefix("text/plain") }, context)
  }

  private static func type(of part: MIMEPart) -> String { (part.fields["content-type"] ?? "text/plain").lowercased() }

  private func savedPage(_ page: MIMEPart, _ head: MIMEFields, _ context: ParsingContext) -> ParsedRecord {
    let named = head["snapshot-content-location"] ?? page.fields["content-location"]
    let address = context.address ?? named.flatMap { WebAddress.absolute($0) }
    return ParsedRecord(
      WebPageParser.parsePage(
        page.body, contentType: page.fields["content-type"], address: address, context: context))
  }

  /// A newsletter: its subject is the headline, and who sends it the source.
  private func letter(
    _ head: MIMEFields, _ page: MIMEPart?, _ text: MIMEPart?, _ context: ParsingContext
  ) -> ParsedRecord {
    guard let part = page ?? text else { return .refused(ParseRefusal(.notAnArticle, path: context.fileName)) }
    var record = ArticleRecord()
    func set(_ field: ArticleField, _ value: String?) {
      if let value { record.set(FieldNames.Meaning(field: field, rank: 0), name: 0, to: value) }
    }
    set(.title, head["subject"].map(EncodedWords.decoded))
    set(.source, head["from"].map(EncodedWords.decoded).map(Self.name))
    set(.published, head["date"])
    set(.id, head["message-id"])
    let charset = PageText.charset(in: part.fields["content-type"] ?? "")
    set(.text, part.body.withUnsafeBytes { TextDecoding.decode($0, declared: charset).text })
    var notes = ParseNotes()
    do throws(ParseRefusal.Reason) {
      return .item(try record.item(context, &notes))
    } catch {
      return .refused(ParseRefusal(error, path: context.fileName))
    }
  }

  /// `Harbor Wire <news@wire.example>`
  private static func name(_ sender: String) -> String {
    let name = sender[...].prefix { $0 != "<" }.trimmed.trimmed(of: ["\""])
    return name.isEmpty ? sender : String(name)
  }
}
