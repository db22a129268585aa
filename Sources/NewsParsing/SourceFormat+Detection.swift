import ArticleFields
import Decoding
import FeedParsing
package import SourceForms

extension SourceFormat {
  /// Forms that say what they are, in the order in which they are looked for. To read another one, write its reader and add its
  /// value here.
  static let marked: [SourceFormat] = [
    .webArchive, .mail, .table, .markup, .sql, .literals, .markedLines,
  ]

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
