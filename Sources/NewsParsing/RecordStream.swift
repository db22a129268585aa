package import ArticleFields
import Decoding
import NewsModel
import Records
package import SourceForms

/// Parses an input of any length, piece by piece, as its bytes arrive. Memory stays flat: one record is kept at a time.
///
/// ```swift
/// var stream = RecordStream(context: context)
/// while let piece = read() { stream.feed(piece, isLast: false) { records.append($0) } }
/// stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { records.append($0) }
/// ```
package struct RecordStream {
  private let context: ParsingContext
  private let wanted: SourceFormat?
  private var phase = Phase.undecided
  /// The first bytes while the format is undecided.
  private var start: [UInt8] = []
  private var reader: (any RecordReading)?
  private var transcoder: UTF16Transcoder?
  /// What to say where nothing comes out.
  private var container: ParseRefusal.Container?
  /// Whether anything came out, be it a refusal.
  private var hasRecords = false

  /// What was passed over or guessed in the input; complete once its end has been read.
  package var notes: [ParseNote] { reader?.allNotes ?? [] }

  /// Whether the rest of the input is of no use.
  package var isDone: Bool { phase == .done }

  private enum Phase {
    case undecided, reading, done
  }

  /// - Parameter format: nil to find it out from the first bytes and the context's file name.
  package init(format: SourceFormat? = nil, context: ParsingContext) {
    self.context = context
    wanted = format
  }

  /// How many bytes are looked at before the format is decided.
  private static let sampleSize = 4_096

  /// Takes the next piece of the input and hands over every record that ends in it.
  /// - Parameter isLast: whether the input ends with this piece, which may be empty.
  package mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    var count = 0
    take(bytes, isLast: isLast) { record in
      count += 1
      emit(record)
    }
    hasRecords = hasRecords || count > 0
    guard isLast, !hasRecords, let container else { return }
    hasRecords = true
    emit(.refused(ParseRefusal(.holdsNothing(container), path: context.fileName)))
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    switch phase {
    case .done: return
    case .reading: pass(bytes, isLast: isLast, emit)
    case .undecided:
      start.append(contentsOf: bytes)
      guard isLast || start.count >= Self.sampleSize else { return }
      let whole = start
      start = []
      phase = .reading
      whole.withUnsafeBytes { whole in
        let skipped = decide(whole, emit)
        pass(UnsafeRawBufferPointer(rebasing: whole.dropFirst(skipped)), isLast: isLast, emit)
      }
    }
  }

  /// Settles the format; returns the length of a byte order mark that its reader would stumble over.
  private mutating func decide(_ start: UnsafeRawBufferPointer, _ emit: (ParsedRecord) -> Void) -> Int {
    let format = Self.format(of: start, wanted: wanted, context)
    container = format.container
    // Whoever names a form of records has said what the input is.
    if wanted == nil || wanted == .pageDump,
      let foreign = ForeignFormat.detect(
        start, isMarked: SourceFormat.marked.contains(format), isPage: format == .pageDump)
    {
      refuse(.foreign(foreign), emit)
      return 0
    }
    reader = format.makeReader(context)
    guard format.isText else { return 0 }
    let mark = TextEncoding.byteOrderMark(of: start)
    transcoder = mark.flatMap { UTF16Transcoder($0.encoding) }
    if start.isEmpty { refuse(.empty, emit) }
    if transcoder == nil, BinaryDetection.isBinary(start) { refuse(.binary, emit) }
    return mark?.length ?? 0
  }

  private static func format(
    of start: UnsafeRawBufferPointer, wanted: SourceFormat?, _ context: ParsingContext
  ) -> SourceFormat {
    switch wanted {
    case nil: detected(start, context)
    case SourceFormat.pageDump?: SourceFormat.detectPage(start)
    case .some(let format): format
    }
  }

  /// The first line may name columns that only the reader knows.
  private static func detected(_ start: UnsafeRawBufferPointer, _ context: ParsingContext) -> SourceFormat {
    let format = SourceFormat.detect(start, fileName: context.fileName)
    guard format == .pageDump, !context.fieldMap.isEmpty else { return format }
    let line = start.prefix { $0 != 0x0a && $0 != 0x0d }
    let isHeader = CSVReader.looksLikeHeader(Substring(decoding: line, as: UTF8.self), fieldMap: context.fieldMap)
    return isHeader ? .csv : format
  }

  private mutating func refuse(_ reason: ParseRefusal.Reason, _ emit: (ParsedRecord) -> Void) {
    guard phase != .done else { return }
    phase = .done
    emit(.refused(ParseRefusal(reason, path: context.fileName)))
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    guard phase == .reading else { return }
    if let converted = transcoder?.convert(bytes, isLast: isLast) {
      converted.withUnsafeBytes { reader?.take($0, isLast: isLast, emit: emit) }
    } else {
      reader?.take(bytes, isLast: isLast, emit: emit)
    }
    if isLast || reader?.isDone ?? true { phase = .done }
  }
}

/// Bytes in, news items out. For input of any length see `RecordStream`.
package enum NewsParser {
  /// Reads bytes of any format: every record in order.
  package static func parse(
    _ bytes: UnsafeRawBufferPointer, as format: SourceFormat? = nil, context: ParsingContext
  ) -> [ParsedRecord] {
    var records: [ParsedRecord] = []
    var stream = RecordStream(format: format, context: context)
    stream.feed(bytes, isLast: true) { records.append($0) }
    return records
  }

  package static func parse(
    _ bytes: [UInt8], as format: SourceFormat? = nil, context: ParsingContext
  ) -> [ParsedRecord] {
    bytes.withUnsafeBytes { parse($0, as: format, context: context) }
  }
}
