package import ArticleFields
package import NewsModel

/// One form in which news is written down: how it is told, and what reads it.
///
/// A form is one value, which stands beside its reader.
package struct SourceFormat: Sendable {
  /// What tells it from the others, in English.
  package let name: String
  /// What files of the form are called behind their last point, in small letters.
  package let extensions: Set<String>
  /// What to say of an input in which there is nothing; nil where its reader always says something.
  package let container: ParseRefusal.Container?
  /// Whether it is text from its first byte on: then UTF-16 is converted, and other bytes are refused, before it is read.
  package let isText: Bool
  /// Whether the start of a text says that it is of the form.
  package let isMet: @Sendable (FormatSample) -> Bool
  package let makeReader: @Sendable (ParsingContext) -> any RecordReading

  package init(
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

}

extension SourceFormat: Hashable {
  package static func == (one: SourceFormat, other: SourceFormat) -> Bool { one.name == other.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// What a record of an input became.
package enum ParsedRecord: Hashable, Sendable {
  case item(Item)
  case refused(ParseRefusal)

  package init(_ result: Result<Item, ParseRefusal>) {
    switch result {
    case .success(let item): self = .item(item)
    case .failure(let refusal): self = .refused(refusal)
    }
  }
}

/// What reads one form of input, piece by piece as its bytes come.
package protocol RecordReading {
  /// What was passed over or guessed; complete once the end has been read.
  var allNotes: [ParseNote] { get }
  /// Whether the rest of the input is of no use.
  var isDone: Bool { get }

  /// Takes the next piece and hands over the records that end in it.
  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void)
}

extension RecordReading {
  package var isDone: Bool { false }
}

/// Reads what must be there as a whole: a page.
package struct WholeInputReader: RecordReading {
  package let context: ParsingContext
  /// The longest input, in bytes.
  package let limit: Int
  package let read: @Sendable ([UInt8], ParsingContext) -> [ParsedRecord]
  private var bytes: [UInt8] = []
  package private(set) var isDone = false
  package let allNotes: [ParseNote] = []

  package init(
    context: ParsingContext, limit: Int, read: @escaping @Sendable ([UInt8], ParsingContext) -> [ParsedRecord]
  ) {
    self.context = context
    self.limit = limit
    self.read = read
  }

  package mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
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
}
