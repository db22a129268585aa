import ArticleFields
import JSON
package import SourceForms
import TextScanning

extension SourceFormat {
  /// Lines of headlines whose cells are parted by `_!_`: id, number and name of the category, headline, keywords.
  package static let markedLines = SourceFormat("lines parted by _!_", container: .records, isMet: \.isMarkedLines) {
    TranscodedReader<MarkedLineTranscoder>(context: $0)
  }
}

/// Turns lines whose cells are parted by `_!_` into JSON, as the set of headlines has them that made the sign known.
struct MarkedLineTranscoder: JSONTranscoder {
  let notes = ParseNotes()
  let refusal: ParseRefusal.Reason? = nil
  fileprivate static let mark = "_!_"
  private static let columns = ["id", "category code", "category", "title", "keywords"]

  init(context: ParsingContext) {}

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText) {
    for line in bytes.wholeLines {
      let text = Substring(decoding: line, as: UTF8.self).trimmed
      if !text.isEmpty { json.append(object: Self.members(of: text)) }
      json.append(lineBreaks: 1)
    }
  }

  private static func members(of line: Substring) -> [(name: String, values: [String])] {
    let cells = line.split(separator: mark, omittingEmptySubsequences: false)
    // The code says what the name of the category says.
    return zip(columns, cells).filter { $0.0 != "category code" && !$0.1.isEmpty }.map { ($0.0, [String($0.1)]) }
  }
}

extension FormatSample {
  fileprivate var isMarkedLines: Bool {
    guard !isMarkup else { return false }
    let line = Substring(text.utf8.prefix { $0 != 0x0a && $0 != 0x0d })
    return line.split(separator: MarkedLineTranscoder.mark, omittingEmptySubsequences: false).count >= 4
  }
}
