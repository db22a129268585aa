import ArticleFields
import Decoding
import NewsModel
import PageDumps
package import SourceForms
import TextScanning
import WebAddresses
import WebPages

extension SourceFormat {
  /// WARC and WET: pages as a crawler stored them.
  package static let webArchive = SourceFormat(
    "WARC", extensions: ["warc", "wet"], container: .archivedPages, isText: false,
    isMet: { $0.begins(with: ["WARC/0.", "WARC/1."]) }
  ) {
    WebArchiveReader(context: $0)
  }
}

/// Reads the pages of a WARC archive (ISO 28500), one at a time: answers of servers, and the texts made of them (WET).
///
/// The date of a record is when the page was fetched: it stands in for the page's own where there is none. Pictures and other files are
/// passed over, and counted.
struct WebArchiveReader: RecordReading {
  private let context: ParsingContext
  private var rest: [UInt8] = []
  /// The byte before `rest`.
  private var lastByte: UInt8 = 0x0a
  private var header: Header?
  /// How many bytes of a record that is passed over are still to come.
  private var skipping = 0
  private var notes = ParseNotes()
  private(set) var isDone = false

  var allNotes: [ParseNote] { notes.all }

  private struct Header {
    var kind = ""
    var address: String?
    var date: String?
    var contentType = ""
    var length = 0
    /// Whether the record says how long it is.
    var isWhole = false
  }

  private static let longestHeader = 64 << 10

  init(context: ParsingContext) { self.context = context }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    rest.append(contentsOf: piece)
    var position = 0
    while !isDone, step(&position, isLast, emit) {}
    if position > 0 { lastByte = rest[position - 1] }
    rest.removeFirst(position)
    if isLast { rest = [] }
  }

  /// Reads one header or one record; false where more bytes are needed.
  private mutating func step(_ position: inout Int, _ isLast: Bool, _ emit: (ParsedRecord) -> Void) -> Bool {
    if skipping > 0 {
      let count = min(skipping, rest.count - position)
      position += count
      skipping -= count
      return skipping == 0 && position < rest.count
    }
    if let header {
      let end = position + header.length
      guard end <= rest.count else {
        guard isLast else { return false }
        self.header = nil
        if Self.isPage(header) { read(header, Array(rest[position...]), emit) }
        emit(.refused(ParseRefusal(.endsWithinEntry, path: context.fileName)))
        position = rest.count
        return false
      }
      if Self.isPage(header) { read(header, Array(rest[position..<end]), emit) }
      self.header = nil
      position = end
      return true
    }
    return readHeader(&position, isLast, emit)
  }

  private mutating func readHeader(_ position: inout Int, _ isLast: Bool, _ emit: (ParsedRecord) -> Void) -> Bool {
    // Whatever stands before the next header belongs to a record that gave its length wrong.
    guard let start = startOfHeader(from: position) else {
      position = max(position, rest.count - 8)
      return false
    }
    position = start
    guard let end = MIMEFields.end(in: rest, from: start) else {
      if rest.count - start > Self.longestHeader {
        position = start + 5
        return true
      }
      if isLast { emit(.refused(ParseRefusal(.endsWithinEntry, path: context.fileName))) }
      return false
    }
    let fields = MIMEFields(rest[start..<end])
    position = end
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else { return true }
    var header = Header(kind: fields["warc-type"]?.lowercased() ?? "", length: length)
    header.address = fields["warc-target-uri"]?.trimmingAngles
    header.date = fields["warc-date"]
    header.contentType = fields["content-type"] ?? ""
    guard Self.isPage(header) else {
      skipping = length
      return length == 0 || position < rest.count
    }
    guard length <= context.sizeLimit else {
      emit(.refused(ParseRefusal(.tooLarge(limit: context.sizeLimit), path: header.address ?? context.fileName)))
      skipping = length
      return true
    }
    self.header = header
    return true
  }

  private func startOfHeader(from start: Int) -> Int? {
    rest.withUnsafeBufferPointer { bytes in
      var position = start
      while let found = bytes.offset(of: UInt8(ascii: "W"), from: position) {
        guard bytes.count - found >= 6 else { return nil }
        let before = found > 0 ? bytes[found - 1] : lastByte
        if before == 0x0a, bytes[found...].starts(with: "WARC/".utf8) { return found }
        position = found + 1
      }
      return nil
    }
  }

  private static func isPage(_ header: Header) -> Bool { ["response", "conversion", "resource"].contains(header.kind) }

  // MARK: - Pages

  private mutating func read(_ header: Header, _ bytes: [UInt8], _ emit: (ParsedRecord) -> Void) {
    var context = context
    context.address = header.address.flatMap { WebAddress.absolute($0) }
    context.fileName = header.address ?? context.fileName
    if let date = header.date, case .moment(let moment, _) = RecordDate.read(date, context) {
      context.fileTime = moment
    }
    var (body, type) = (bytes, header.contentType)
    if header.kind == "response" {
      guard let answer = HTTPAnswer(bytes) else { return notes.add(.skippedEntry, example: header.address) }
      guard (200..<300).contains(answer.status) else { return }
      (body, type) = (answer.body, answer.contentType)
    }
    let isHTML = type.contains("html") || type.isEmpty
    guard isHTML || type.hasPrefix("text/plain") else { return notes.add(.skippedEntry, example: header.address) }
    if body.allSatisfy({ $0 <= 0x20 }) { return notes.add(.skippedEntry, example: header.address) }
    guard isHTML else {
      return emit(
        ParsedRecord(
          PageDumpParser.parsePage(body, context: context).map { item in
            var item = item
            item.url = item.url ?? context.address
            return item
          }))
    }
    emit(ParsedRecord(WebPageParser.parsePage(body, contentType: type, address: context.address, context: context)))
  }
}

extension String {
  /// Without the angle brackets that old archives put around addresses.
  fileprivate var trimmingAngles: String { String(self[...].trimmed(of: ["<", ">"])) }
}

/// An answer of a server as it came over the network.
struct HTTPAnswer {
  let status: Int
  let contentType: String
  let body: [UInt8]

  /// Nil for what is none, or whose body is packed in a way that is not known.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: "HTTP/".utf8), let end = MIMEFields.end(in: bytes, from: 0) else { return nil }
    let line = Substring(decoding: bytes.prefix { $0 != 0x0a }, as: UTF8.self).words
    guard line.count >= 2, let status = Int(line[1]) else { return nil }
    let fields = MIMEFields(bytes[..<end])
    self.status = status
    contentType = fields["content-type"]?.lowercased() ?? ""
    var body = Array(bytes[end...])
    if fields["transfer-encoding"]?.lowercased() == "chunked" { body = Self.withoutChunks(body) }
    if GzipInflater.isGzip(body) {
      guard let unpacked = Self.unpacked(body) else { return nil }
      body = unpacked
    }
    self.body = body
  }

  /// The body without the lengths of its chunks; as it is where they are gone already.
  private static func withoutChunks(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var position = 0
    while position < bytes.count {
      let line = bytes[position...].prefix { $0 != 0x0a }
      let digits = line.prefix { $0.isDigit || (0x61...0x66).contains($0 | 0x20) }
      guard !digits.isEmpty, digits.count <= 8, line.endIndex < bytes.count,
        let length = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { return output.isEmpty ? bytes : output }
      if length == 0 { return output }
      let start = line.endIndex + 1
      output += bytes[start..<min(start + length, bytes.count)]
      position = start + length
      while position < bytes.count, bytes[position] == 0x0d || bytes[position] == 0x0a { position += 1 }
    }
    return output
  }

  private static let longestBody = 16 << 20

  private static func unpacked(_ bytes: [UInt8]) -> [UInt8]? {
    guard var inflater = GzipInflater() else { return nil }
    var output: [UInt8] = []
    struct TooLong: Error {}
    do {
      try bytes.withUnsafeBytes { bytes in
        try inflater.feed(bytes) { piece in
          guard output.count + piece.count <= longestBody else { throw TooLong() }
          output.append(contentsOf: piece)
        }
      }
    } catch {  // Too long, or damaged: the page is left out as one that cannot be read.
      return nil
    }
    return output
  }
}
