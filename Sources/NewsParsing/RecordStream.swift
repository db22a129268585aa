/// Parses an input of any length, piece by piece, as its bytes arrive. Memory stays flat: one record is kept at a time.
///
/// ```swift
/// var stream = RecordStream(context: context)
/// while let piece = read() { stream.feed(piece, isLast: false) { records.append($0) } }
/// stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) { records.append($0) }
/// ```
public struct RecordStream {
  private let context: ParsingContext
  private var format: SourceFormat?
  private var phase = Phase.undecided
  /// The first bytes while the format is undecided, and the whole of a page.
  private var buffer: [UInt8] = []
  private var transcoder: UTF16Transcoder?
  private var splitter: LineSplitter
  private var lines: JSONLinesReader
  private var rows: CSVReader

  /// Whether the rest of the input is of no use.
  public var isDone: Bool { phase == .done }

  private enum Phase {
    case undecided, reading, done
  }

  /// - Parameter format: nil to find it out from the first bytes and the context's file name.
  public init(format: SourceFormat? = nil, context: ParsingContext) {
    self.context = context
    self.format = format
    splitter = LineSplitter(limit: context.sizeLimit)
    lines = JSONLinesReader(context: context)
    rows = CSVReader(context: context)
  }

  /// How many bytes are looked at before the format is decided.
  private static let sampleSize = 4_096

  /// Takes the next piece of the input and hands over every record that ends in it.
  /// - Parameter isLast: whether the input ends with this piece, which may be empty.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    switch phase {
    case .done: return
    case .reading: pass(bytes, isLast: isLast, emit)
    case .undecided:
      buffer.append(contentsOf: bytes)
      guard isLast || buffer.count >= Self.sampleSize else { return }
      let start = buffer
      buffer = []
      phase = .reading
      start.withUnsafeBytes { start in
        let skipped = decide(start, emit)
        pass(UnsafeRawBufferPointer(rebasing: start.dropFirst(skipped)), isLast: isLast, emit)
      }
    }
  }

  /// Settles the format; returns the length of a byte order mark that its reader would stumble over.
  private mutating func decide(_ start: UnsafeRawBufferPointer, _ emit: (ParsedRecord) -> Void) -> Int {
    let format = Self.format(of: start, wanted: format, context)
    self.format = format
    switch format {
    case .html, .pageDump, .feed: break
    case .jsonLines, .csv:
      let mark = TextEncoding.byteOrderMark(of: start)
      transcoder = mark.flatMap { UTF16Transcoder($0.encoding) }
      if start.isEmpty { refuse(.empty, emit) }
      if transcoder == nil, BinaryDetection.isBinary(start) { refuse(.binary, emit) }
      return mark?.length ?? 0
    }
    return 0
  }

  /// Whoever asks for a page may have its text or the web page itself: the bytes tell.
  private static func format(
    of start: UnsafeRawBufferPointer, wanted: SourceFormat?, _ context: ParsingContext
  ) -> SourceFormat {
    switch wanted {
    case nil: SourceFormat.detect(start, fileName: context.fileName)
    case .pageDump: SourceFormat.detect(start) == .html ? .html : .pageDump
    case .some(let format): format
    }
  }

  private mutating func refuse(_ reason: ParseRefusal.Reason, _ emit: (ParsedRecord) -> Void) {
    guard phase != .done else { return }
    phase = .done
    buffer = []
    emit(.refused(ParseRefusal(reason, path: context.fileName)))
  }

  private mutating func pass(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    guard phase == .reading else { return }
    if let converted = transcoder?.convert(bytes, isLast: isLast) {
      converted.withUnsafeBytes { read($0, isLast: isLast, emit) }
    } else {
      read(bytes, isLast: isLast, emit)
    }
    if isLast { phase = .done }
  }

  private mutating func read(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
    switch format {
    case .feed:
      // An unfinished feed is a feed: it is read as far as it came.
      if buffer.count <= FeedContext().sizeLimit { buffer.append(contentsOf: bytes) }
      if isLast { readFeed(emit) }
    case .html, .pageDump:
      guard buffer.count + bytes.count <= context.sizeLimit else {
        return refuse(.tooLarge(limit: context.sizeLimit), emit)
      }
      buffer.append(contentsOf: bytes)
      guard isLast else { return }
      let result =
        format == .html
        ? NewsParser.parseWebPage(
          buffer, contentType: context.contentType, address: context.address, context: context)
        : NewsParser.parsePage(buffer, context: context)
      switch result {
      case .success(let item): emit(.item(item))
      case .failure(let refusal): emit(.refused(refusal))
      }
    case .jsonLines:
      Self.readLines(of: bytes, isLast: isLast, &splitter, &lines, context, emit)
      if isLast, let record = lines.finish() { emit(record) }
    case .csv:
      rows.read(bytes, emit: emit)
      if isLast { rows.finish(emit: emit) }
    case nil: break
    }
  }

  /// The items of the feed, under its title as their source.
  private mutating func readFeed(_ emit: (ParsedRecord) -> Void) {
    let bytes = buffer
    buffer = []
    let result = bytes.withUnsafeBytes { bytes in
      NewsParser.readFeed(bytes, context: FeedContext(zone: context.zone)) { item, feed in
        guard !item.isBlank else { return }
        emit(.item(item.item(source: feed.title ?? context.fileName, fallback: context.fileTime, now: context.now)))
      }
    }
    if case .failure(let refusal) = result { refuse(refusal.reason, emit) }
  }

  private static func readLines(
    of bytes: UnsafeRawBufferPointer, isLast: Bool, _ splitter: inout LineSplitter, _ lines: inout JSONLinesReader,
    _ context: ParsingContext, _ emit: (ParsedRecord) -> Void
  ) {
    splitter.feed(bytes, isLast: isLast) { line in
      switch line {
      case .line(let bytes, let number): if let record = lines.read(bytes, number: number) { emit(record) }
      case .tooLong(let number):
        let reason = ParseRefusal.Reason.tooLarge(limit: context.sizeLimit)
        emit(.refused(ParseRefusal(reason, path: context.fileName, line: number)))
      }
    }
  }
}
