import NewsModel

/// What reads one form of input, piece by piece as its bytes come.
protocol RecordReading {
  /// What was passed over or guessed; complete once the end has been read.
  var allNotes: [ParseNote] { get }
  /// Whether the rest of the input is of no use.
  var isDone: Bool { get }

  /// Takes the next piece and hands over the records that end in it.
  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void)
}

extension RecordReading {
  var isDone: Bool { false }
}

extension JSONRecordReader: RecordReading {
  var allNotes: [ParseNote] { notes.all }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    read(piece, isLast: isLast, emit: emit)
  }
}

extension CSVReader: RecordReading {
  var allNotes: [ParseNote] { notes.all }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    read(piece, emit: emit)
    if isLast { finish(emit: emit) }
  }
}

/// Reads what must be there as a whole: a page.
struct WholeInputReader: RecordReading {
  let context: ParsingContext
  /// The longest input, in bytes.
  let limit: Int
  let read: @Sendable ([UInt8], ParsingContext) -> [ParsedRecord]
  private var bytes: [UInt8] = []
  private(set) var isDone = false
  let allNotes: [ParseNote] = []

  init(
    context: ParsingContext, limit: Int, read: @escaping @Sendable ([UInt8], ParsingContext) -> [ParsedRecord]
  ) {
    self.context = context
    self.limit = limit
    self.read = read
  }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard !isDone else { return }
    guard bytes.count + piece.count <= limit else {
      isDone = true
      bytes = []
      return emit(.refused(ParseRefusal(.tooLarge(limit: limit), path: context.fileName)))
    }
    bytes.append(contentsOf: piece)
    guard isLast else { return }
    for record in read(bytes, context) { emit(record) }
    bytes = []
  }

  @Sendable static func readPage(_ bytes: [UInt8], _ context: ParsingContext) -> [ParsedRecord] {
    [ParsedRecord(NewsParser.parsePage(bytes, context: context))]
  }

  @Sendable static func readWebPage(_ bytes: [UInt8], _ context: ParsingContext) -> [ParsedRecord] {
    let page = NewsParser.parseWebPage(
      bytes, contentType: context.contentType, address: context.address, context: context)
    return [ParsedRecord(page)]
  }
}

extension ParsedRecord {
  init(_ result: Result<Item, ParseRefusal>) {
    switch result {
    case .success(let item): self = .item(item)
    case .failure(let refusal): self = .refused(refusal)
    }
  }
}
