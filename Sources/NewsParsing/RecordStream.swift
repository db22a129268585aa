/// Parses an input of any length, piece by piece, as its bytes arrive. Memory stays flat: one record is kept at a time.
///
/// ```swift
/// var stream = RecordStream(context: context)
/// while let piece = read() { stream.feed(piece, isLast: false) { records.append($0) } }
/// stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { records.append($0) }
/// ```
public struct RecordStream {
  private let context: ParsingContext
  private var reader: Reader
  private var transcoder: UTF16Transcoder?

  private enum Reader {
    /// The format is not known before the first bytes; a few are collected.
    case undecided(SourceFormat?, [UInt8])
    case page([UInt8])
    case jsonLines(LineSplitter, JSONLinesReader)
    case csv(CSVReader)
    case done
  }

  /// - Parameter format: nil to find it out from the first bytes and the context's file name.
  public init(format: SourceFormat? = nil, context: ParsingContext) {
    self.context = context
    reader = .undecided(format, [])
  }

  /// How many bytes are looked at before the format is decided.
  private static let sampleSize = 4_096

  /// Takes the next piece of the input and hands over every record that ends in it.
  /// - Parameter isLast: whether the input ends with this piece, which may be empty.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard case .undecided(let format, var start) = reader else {
      return pass(bytes, isLast: isLast, emit)
    }
    start.append(contentsOf: bytes)
    guard isLast || start.count >= Self.sampleSize else {
      reader = .undecided(format, start)
      return
    }
    start.withUnsafeBytes { start in
      decide(format ?? SourceFormat.detect(start, fileName: context.fileName), start, emit)
      pass(start.dropFirst(skipped(start)), isLast: isLast, emit)
    }
  }

  private mutating func decide(_ format: SourceFormat, _ start: UnsafeRawBufferPointer, _ emit: (ParsedRecord) -> Void) {
    switch format {
    case .pageDump: reader = .page([])
    case .jsonLines: reader = .jsonLines(LineSplitter(limit: context.sizeLimit), JSONLinesReader(context: context))
    case .csv: reader = .csv(CSVReader(context: context))
    case .html: refuse(.webPage, emit)
    case .feed: refuse(.feed, emit)
    }
    if start.isEmpty { return refuse(.empty, emit) }
    if format == .jsonLines || format == .csv {
      transcoder = TextEncoding.byteOrderMark(of: start).flatMap { UTF16Transcoder($0.encoding) }
      if transcoder == nil, BinaryDetection.isBinary(start) { refuse(.binary, emit) }
    }
  }

  /// The length of a byte order mark that the reader itself would stumble over.
  private func skipped(_ start: UnsafeRawBufferPointer) -> Int {
    switch reader {
    case .jsonLines, .csv: TextEncoding.byteOrderMark(of: start)?.length ?? 0
    case .page, .undecided, .done: 0
    }
  }

  private mutating func refuse(_ reason: ParseRefusal.Reason, _ emit: (ParsedRecord) -> Void) {
    guard !isDone else { return }
    reader = .done
    emit(.refused(ParseRefusal(reason, path: context.fileName)))
  }

  private var isDone: Bool { if case .done = reader { true } else { false } }

  private mutating func pass(
    _ bytes: some Collection<UInt8>, isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) {
    let piece = Array(bytes)
    piece.withUnsafeBytes { pass($0, isLast: isLast, emit) }
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    if let converted = transcoder?.convert(bytes, isLast: isLast) {
      converted.withUnsafeBytes { read($0, isLast: isLast, emit) }
    } else {
      read(bytes, isLast: isLast, emit)
    }
  }

  private mutating func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    // The reader is moved out while it works, so that its buffers are not copied.
    let current = reader
    reader = .done
    switch current {
    case .page(var text):
      guard text.count + bytes.count <= context.sizeLimit else {
        reader = .page([])
        return refuse(.tooLarge(limit: context.sizeLimit), emit)
      }
      text.append(contentsOf: bytes)
      guard isLast else {
        reader = .page(text)
        return
      }
      switch NewsParser.parsePage(text, context: context) {
      case .success(let item): emit(.item(item))
      case .failure(let refusal): emit(.refused(refusal))
      }
    case .jsonLines(var splitter, var lines):
      splitter.feed(bytes, isLast: isLast) { line in
        switch line {
        case .line(let bytes, let number): if let record = lines.read(bytes, number: number) { emit(record) }
        case .tooLong(let number):
          let reason = ParseRefusal.Reason.tooLarge(limit: context.sizeLimit)
          emit(.refused(ParseRefusal(reason, path: context.fileName, line: number)))
        }
      }
      if isLast { if let record = lines.finish() { emit(record) } } else { reader = .jsonLines(splitter, lines) }
    case .csv(var rows):
      rows.read(bytes, emit: emit)
      if isLast { rows.finish(emit: emit) } else { reader = .csv(rows) }
    case .undecided, .done: break
    }
  }
}
