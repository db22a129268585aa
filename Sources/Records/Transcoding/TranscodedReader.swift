import ArticleFields
import Decoding
import JSON
import SourceForms

/// Turns a form of data into JSON, one object a record. Lines stay where they are: a record that is refused is named by its line.
protocol JSONTranscoder {
  init(context: ParsingContext)

  /// What was passed over.
  var notes: ParseNotes { get }
  /// Why nothing of the input can be read, once it is known.
  var refusal: ParseRefusal.Reason? { get }

  /// Takes the next bytes, which are UTF-8 and end where the input does or behind a line, unless a line is very long.
  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool, into json: inout JSONText)
}

/// Reads records that a transcoder writes as JSON, so that all forms of data share what is known of records.
struct TranscodedReader<Transcoder: JSONTranscoder>: RecordReading {
  private let context: ParsingContext
  private var lines = UTF8Lines()
  private var transcoder: Transcoder
  private var objects: JSONRecordReader
  private var json = JSONText()
  private(set) var isDone = false

  var allNotes: [ParseNote] { objects.notes.all + transcoder.notes.all }

  init(context: ParsingContext) {
    self.context = context
    transcoder = Transcoder(context: context)
    objects = JSONRecordReader(context: context)
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard !isDone else { return }
    let text = lines.convert(piece, isLast: isLast)
    text.withUnsafeBufferPointer { transcoder.take($0, isLast: isLast, into: &json) }
    let written = json.takeAll()
    written.withUnsafeBytes { objects.read($0, isLast: isLast, emit: emit) }
    guard let reason = transcoder.refusal else { return }
    isDone = true
    emit(.refused(ParseRefusal(reason, path: context.fileName)))
  }
}

/// Cuts a stream of bytes behind its lines, and makes UTF-8 of lines in another character set.
struct UTF8Lines {
  private var rest: [UInt8] = []
  /// The character set of lines that are not UTF-8, once guessed.
  private var encoding: TextEncoding?

  /// A line that is longer is not waited for.
  private static let longestLine = 4 << 20

  mutating func convert(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> [UInt8] {
    rest.append(contentsOf: piece)
    var end = rest.count
    if !isLast {
      // A line without end is looked through once: only what is new can end it.
      let new = rest.suffix(piece.count)
      if let newline = new.lastIndex(of: 0x0a) {
        end = newline + 1
      } else if rest.count > Self.longestLine {
        end = rest.lastIndex { $0 < 0x80 }.map { $0 + 1 } ?? rest.count
      } else {
        return []
      }
    }
    let whole = Array(rest[..<end])
    rest.removeFirst(end)
    return String(validating: whole, as: UTF8.self) == nil ? converted(whole) : whole
  }

  /// Line by line, so that it does not matter in which pieces they came.
  private mutating func converted(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0a).map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if String(validating: line, as: UTF8.self) != nil {
        output += line
      } else {
        line.withUnsafeBytes { line in
          let set = encoding ?? TextDecoding.guess(line)
          encoding = set
          output += Array(TextDecoding.decode(line, as: set).text.utf8)
        }
      }
      start = end
    }
    return output
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The lines of bytes that end behind one, or where the input ends; none where there are no bytes.
  var wholeLines: ArraySlice<Slice<Self>> {
    split(separator: 0x0a, omittingEmptySubsequences: false).dropLast(isEmpty || last == 0x0a ? 1 : 0)
  }
}
