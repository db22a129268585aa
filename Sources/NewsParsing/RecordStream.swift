internal import NewsModel

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
  private var objects: JSONRecordReader
  private var rows: CSVReader
  private var feedNotes = ParseNotes()
  /// Whether anything came out, be it a refusal.
  private var hasRecords = false

  /// What was passed over or guessed in the input; complete once its end has been read.
  public var notes: [ParseNote] {
    switch format {
    case .jsonLines: objects.notes.all
    case .csv: rows.notes.all
    case .feed: feedNotes.all
    case .html, .pageDump, nil: []
    }
  }

  /// Whether the rest of the input is of no use.
  public var isDone: Bool { phase == .done }

  private enum Phase {
    case undecided, reading, done
  }

  /// - Parameter format: nil to find it out from the first bytes and the context's file name.
  public init(format: SourceFormat? = nil, context: ParsingContext) {
    self.context = context
    self.format = format
    objects = JSONRecordReader(context: context)
    rows = CSVReader(context: context)
  }

  /// How many bytes are looked at before the format is decided.
  private static let sampleSize = 4_096

  /// Takes the next piece of the input and hands over every record that ends in it.
  /// - Parameter isLast: whether the input ends with this piece, which may be empty.
  public mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    var count = 0
    take(bytes, isLast: isLast) { record in
      count += 1
      emit(record)
    }
    hasRecords = hasRecords || count > 0
    guard isLast, !hasRecords, let container = format?.container else { return }
    hasRecords = true
    emit(.refused(ParseRefusal(.holdsNothing(container), path: context.fileName)))
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ emit: (ParsedRecord) -> Void) {
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
    let wanted = format
    let format = Self.format(of: start, wanted: wanted, context)
    self.format = format
    // Whoever names a form of records has said what the input is.
    if wanted == nil || wanted == .pageDump,
      let foreign = ForeignFormat.detect(start, mayBeText: format == .pageDump)
    {
      refuse(.foreign(foreign), emit)
      return 0
    }
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
    case nil: detected(start, context)
    case .pageDump: SourceFormat.detect(start) == .html ? .html : .pageDump
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
      objects.read(bytes, isLast: isLast, emit: emit)
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
        guard !item.isBlank else {
          return emit(.refused(ParseRefusal(.noArticleFields, path: context.fileName)))
        }
        note(item)
        emit(.item(item.item(source: feed.title ?? context.fileName, fallback: context.fileTime, now: context.now)))
      }
    }
    switch result {
    case .failure(let refusal): refuse(refusal.reason, emit)
    case .success(let feed):
      for reason in feed.notes.compactMap(\.loss) { emit(.refused(ParseRefusal(reason, path: context.fileName))) }
    }
  }

  /// Notes a date that does not count.
  private mutating func note(_ item: FeedItem) {
    if let date = item.published ?? item.updated {
      let isSlip = date > context.now + 86_400
      if isSlip { feedNotes.add(.futureDate, example: date.iso8601(in: context.zone)) }
    } else if let text = item.unreadableDate {
      feedNotes.add(.unreadableDate, example: text)
    }
  }
}

extension SourceFormat {
  /// What an input of the format is where nothing comes out of it; nil where something always does.
  fileprivate var container: ParseRefusal.Container? {
    switch self {
    case .feed: .feed
    case .jsonLines: .objects
    case .csv: .rows
    case .html, .pageDump: nil
    }
  }
}

extension FeedNote {
  /// Why some of a feed was not taken in; nil where all of it was.
  fileprivate var loss: ParseRefusal.Reason? {
    switch self {
    case .cutShort: .endsWithinEntry
    case .damagedJSON(let problem, _): .badJSON(problem)
    case .tooManyItems(let limit): .tooManyItems(limit: limit)
    case .invalidBytes, .wrongCharset, .damagedMarkup, .tooDeep, .longText, .tooManyTags, .unreadableDate,
      .droppedLink, .repeatedID:
      nil
    }
  }
}
