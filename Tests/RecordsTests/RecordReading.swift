import ArticleFields
import JSON
import NewsModel
import ParsingSupport
import SourceForms

@testable import Records

/// What the reader of a form makes of an input.
struct ReadRecords: Equatable {
  var records: [ParsedRecord] = []
  var notes: [ParseNote] = []

  var items: [Item] { records.compactMap { if case .item(let item) = $0 { item } else { nil } } }
  var refusals: [ParseRefusal] { records.compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } } }
  var titles: [String] { items.map(\.title) }

  /// A headline for each article, and the reason with its line for each refusal, in order.
  var outline: [String] {
    records.map { record in
      switch record {
      case .item(let item): item.title
      case .refused(let refusal): "\(refusal.reason) \(refusal.line ?? 0)"
      }
    }
  }
}

/// Reads bytes in pieces of a size, without what stands around the reader: no unpacking, no guess of the form.
func read(
  _ bytes: [UInt8], as format: SourceFormat, piece: Int = .max, _ context: ParsingContext = context()
) -> ReadRecords {
  var reader = format.makeReader(context)
  var found = ReadRecords()
  var start = 0
  repeat {
    let end = start + min(piece, bytes.count - start)
    Array(bytes[start..<end]).withUnsafeBytes { piece in
      reader.take(piece, isLast: end == bytes.count) { found.records.append($0) }
    }
    start = end
  } while start < bytes.count
  found.notes = reader.allNotes
  return found
}

func read(
  _ text: String, as format: SourceFormat, piece: Int = .max, _ context: ParsingContext = context()
) -> ReadRecords {
  read(Array(text.utf8), as: format, piece: piece, context)
}

/// The JSON that a transcoder writes of a text, without the line breaks between its objects.
func json<Transcoder: JSONTranscoder>(
  _ text: String, by type: Transcoder.Type, piece: Int = .max, _ context: ParsingContext = context()
) -> String {
  let bytes = Array(text.utf8)
  var transcoder = Transcoder(context: context)
  var json = JSONText()
  var start = 0
  repeat {
    let end = start + min(piece, bytes.count - start)
    Array(bytes[start..<end]).withUnsafeBufferPointer {
      transcoder.take($0, isLast: end == bytes.count, into: &json)
    }
    start = end
  } while start < bytes.count
  return String(decoding: json.takeAll(), as: UTF8.self).replacing("\n", with: "")
}

/// Whether the start of a text says that it is of the form.
func isMet(_ format: SourceFormat, _ text: String) -> Bool { format.isMet(FormatSample(text)) }
