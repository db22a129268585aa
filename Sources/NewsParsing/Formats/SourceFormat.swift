/// One form in which news is written down: how it is told, and what reads it.
///
/// A form is one value, which stands beside its reader. `SourceFormat.marked` lists those that say themselves what they are; to read
/// another form, write its reader and add its value there.
package struct SourceFormat: Sendable {
  /// What tells it from the others, in English.
  package let name: String
  /// What files of the form are called behind their last point, in small letters.
  let extensions: Set<String>
  /// What to say of an input in which there is nothing; nil where its reader always says something.
  let container: ParseRefusal.Container?
  /// Whether it is text from its first byte on: then UTF-16 is converted, and other bytes are refused, before it is read.
  let isText: Bool
  /// Whether the start of a text says that it is of the form.
  let isMet: @Sendable (FormatSample) -> Bool
  let makeReader: @Sendable (ParsingContext) -> any RecordReading

  init(
    _ name: String, extensions: Set<String> = [], container: ParseRefusal.Container? = nil, isText: Bool = true,
    isMet: @escaping @Sendable (FormatSample) -> Bool = { _ in false },
    reader: @escaping @Sendable (ParsingContext) -> any RecordReading
  ) {
    self.name = name
    self.extensions = extensions
    self.container = container
    self.isText = isText
    self.isMet = isMet
    makeReader = reader
  }

  /// Forms that say what they are, in the order in which they are looked for.
  static let marked: [SourceFormat] = [
    .webArchive, .mail, .table, .markup, .sql, .literals, .markedLines,
  ]
}

extension SourceFormat: Hashable {
  package static func == (one: SourceFormat, other: SourceFormat) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

// MARK: - Detection

extension SourceFormat {
  /// The format of an input, by the first bytes of it and, where these leave doubt, by its name.
  ///
  /// - Parameter bytes: a few kilobytes are enough.
  package static func detect(_ bytes: UnsafeRawBufferPointer, fileName: String? = nil) -> SourceFormat {
    let sample = FormatSample(TextDecoding.decode(UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleSize))).text)
    // What begins with a feed's element is a feed, whatever tables it holds.
    if sample.isFeed { return .feed }
    if let format = marked.first(where: { $0.isMet(sample) }) { return format }
    if html.isMet(sample) { return .html }
    let ending = fileExtension(of: fileName)
    if let named = [csv, jsonLines, html, feed, yaml].first(where: { $0.extensions.contains(ending) }) {
      return named == .jsonLines && sample.isJSONFeed ? .feed : named
    }
    if jsonLines.isMet(sample) { return sample.isJSONFeed ? .feed : .jsonLines }
    if csv.isMet(sample) { return .csv }
    return yaml.isMet(sample) ? .yaml : .pageDump
  }

  package static func detect(_ bytes: [UInt8], fileName: String? = nil) -> SourceFormat {
    bytes.withUnsafeBytes { detect($0, fileName: fileName) }
  }

  /// Whoever asks for a page may have its text, the web page itself, or a file with pages in it: the bytes tell.
  static func detectPage(_ bytes: UnsafeRawBufferPointer) -> SourceFormat {
    let format = detect(bytes)
    let readsItself = format == .html || format == .yaml || marked.contains(format)
    return readsItself ? format : .pageDump
  }

  private static let sampleSize = 8_192

  /// In lower case; `.gz` is looked through.
  private static func fileExtension(of name: String?) -> String {
    guard var name = name?.lowercased() else { return "" }
    for packed in [".gz", ".xz", ".bz2", ".zst"] where name.hasSuffix(packed) { name.removeLast(packed.count) }
    let last = name.split(separator: "/").last ?? ""
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return "" }
    return String(last[last.index(after: dot)...])
  }
}

// MARK: - The forms without a reader of their own

extension SourceFormat {
  /// The text of one saved news page: what is none of the others.
  package static let pageDump = SourceFormat("page dump", isText: false) {
    WholeInputReader(context: $0, limit: $0.sizeLimit, read: WholeInputReader.readPage)
  }

  /// A web page.
  package static let html = SourceFormat(
    "web page", extensions: ["html", "htm", "xhtml", "shtml"], isText: false, isMet: \.isWebPage
  ) {
    WholeInputReader(context: $0, limit: $0.sizeLimit, read: WholeInputReader.readWebPage)
  }

  /// RSS, Atom, RDF, CDF or JSON Feed.
  package static let feed = SourceFormat(
    "feed", extensions: ["rss", "atom", "rdf", "cdf"], container: .feed, isText: false, isMet: \.isFeed
  ) {
    FeedRecordReader(context: $0)
  }

  /// JSON: objects in lines, lists of them, answers of interfaces.
  package static let jsonLines = SourceFormat(
    "JSON", extensions: ["jsonl", "ndjson", "json"], container: .objects, isMet: \.isJSON
  ) {
    JSONRecordReader(context: $0)
  }

  /// Rows under a header, separated by commas, semicolons or tabs.
  package static let csv = SourceFormat("CSV", extensions: ["csv", "tsv"], container: .rows, isMet: \.isCSV) {
    CSVReader(context: $0)
  }
}
