import ArticleFields
import Decoding
import JSON
package import SourceForms

extension SourceFormat {
  /// JSON: objects in lines, lists of them, answers of interfaces.
  package static let jsonLines = SourceFormat(
    "JSON", extensions: ["jsonl", "ndjson", "json"], container: .objects, isMet: \.isJSON
  ) {
    JSONRecordReader(context: $0)
  }
}

/// Reads articles from JSON as people have it: an object a line, objects over several lines, lists of them on one line or many, and
/// the answers of interfaces, which keep the list within an object.
///
/// What is damaged is refused with its line, and the reading goes on with the next. Memory holds one object.
struct JSONRecordReader {
  let context: ParsingContext
  var names: FieldResolver
  private(set) var notes = ParseNotes()
  /// The character set of lines that are not UTF-8, once guessed.
  private var encoding: TextEncoding?
  /// What is left of the pieces before: it begins with an object that is not whole yet.
  private var rest: [UInt8] = []
  /// So many bytes must be there before a large object is tried again.
  private var nextTry = 0
  /// Counted from 1.
  private var line = 1
  /// How much of the line at hand stood in the pieces before, in bytes.
  private var lineOffset = 0
  /// Whether anything stands on the line before the place at hand.
  private var isWithinLine = false
  private var skipping = Skipping.nothing
  /// Whether lines that are no objects belong to a damaged one.
  private var isBehindDamage = false
  /// Whether an object around the list at hand is open: what stands behind the list belongs to it.
  private var isWithinAnswer = false

  private enum Skipping {
    case nothing, line
    /// The rest of a damaged object, up to the next of a list that stands on one line.
    case damagedElement(isAfterBrace: Bool)
  }

  init(context: ParsingContext) {
    self.context = context
    names = FieldResolver(context.fieldMap)
  }

  /// Takes the next piece of the input and hands over the records that end in it.
  mutating func read(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    guard !rest.isEmpty else { return keepRest(of: piece.bindMemory(to: UInt8.self), isLast, emit) }
    rest.append(contentsOf: piece)
    guard isLast || rest.count >= nextTry else { return }
    let whole = rest
    rest = []
    whole.withUnsafeBufferPointer { keepRest(of: $0, isLast, emit) }
  }

  private mutating func keepRest(
    of bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) {
    let end = readAll(bytes, isLast, emit)
    rest = Array(bytes[end...])
    // An object of many pieces is read twice as seldom as it grows, so that time stays linear.
    nextTry = rest.count < 1 << 20 ? 0 : rest.count * 2
    if isLast { names.addNotes(to: &notes) }
  }

  /// Reads as far as the bytes go; returns where an object begins that is not whole yet.
  private mutating func readAll(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) -> Int {
    var position = 0
    var lineStart = -lineOffset
    defer { lineOffset = position - lineStart }
    while true {
      skip(bytes, &position, &lineStart)
      guard position < bytes.count else { return position }
      if !isLast, bytes[position] == 0xef, position + Self.byteOrderMark.count > bytes.count { return position }
      guard bytes[position] == UInt8(ascii: "{") else {
        if !isBehindDamage, !isWithinAnswer { emit(refusal(.badJSON(.notAnObject), offset: position - lineStart)) }
        skipping = .line
        continue
      }
      let object = UnsafeBufferPointer(rebasing: bytes[position...])
      switch readObject(object, at: position - lineStart, isLast, emit) {
      case .whole(let count):
        advance(bytes, by: count, &position, &lineStart)
        (isWithinLine, isBehindDamage) = (true, false)
      case .unfinished: return position
      case .answer(let start):
        advance(bytes, by: start, &position, &lineStart)
        (isWithinLine, isWithinAnswer) = (true, true)
      case .damaged(let offset):
        // An object that stands on a line with others takes none of them with it.
        skipping = isWithinLine ? .damagedElement(isAfterBrace: false) : .line
        isBehindDamage = true
        if isWithinLine { advance(bytes, by: min(offset, bytes.count - position), &position, &lineStart) }
      }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]

  /// Moves over what is damaged, and what stands between objects: blanks, commas, the brackets of lists.
  private mutating func skip(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ lineStart: inout Int) {
    while position < bytes.count {
      if case .line = skipping {
        guard let end = bytes.offset(of: 0x0a, from: position) else {
          position = bytes.count
          return
        }
        position = end
      }
      let byte = bytes[position]
      if byte == 0x0a {
        line += 1
        lineStart = position + 1
        (skipping, isWithinLine) = (.nothing, false)
      } else if case .damagedElement(let isAfterBrace) = skipping {
        if byte == UInt8(ascii: "{"), isAfterBrace {
          skipping = .nothing
          return
        }
        let isBetween = byte <= 0x20 || byte == UInt8(ascii: ",")
        skipping = .damagedElement(isAfterBrace: byte == UInt8(ascii: "}") || isAfterBrace && isBetween)
      } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") {
        isWithinLine = true
      } else if byte == 0xef, bytes.dropFirst(position).starts(with: Self.byteOrderMark) {
        // Files that were joined bring their marks along.
        position += Self.byteOrderMark.count - 1
      } else if byte > 0x20 {
        return
      }
      position += 1
    }
  }

  /// Moves over bytes, and counts their lines.
  private mutating func advance(
    _ bytes: UnsafeBufferPointer<UInt8>, by count: Int, _ position: inout Int, _ lineStart: inout Int
  ) {
    let end = position + count
    let passed = UnsafeBufferPointer(rebasing: bytes[..<end])
    while let lineEnd = passed.offset(of: 0x0a, from: position) {
      line += 1
      position = lineEnd + 1
      lineStart = position
    }
    position = end
  }

  private func refusal(_ reason: ParseRefusal.Reason, offset: Int? = nil) -> ParsedRecord {
    .refused(ParseRefusal(reason, path: context.fileName, line: line, offset: offset))
  }
}

// MARK: - One object

extension JSONRecordReader {
  private enum Outcome {
    /// With its length in bytes.
    case whole(Int)
    /// More bytes may complete it.
    case unfinished
    /// With the offset of the damage.
    case damaged(Int)
    /// A long answer, with the offset of the first article of its list: from there on they are read as they pass.
    case answer(Int)
  }

  /// Reads the object with which the bytes begin.
  ///
  /// - Parameter column: how far from the start of its line it stands, in bytes.
  private mutating func readObject(
    _ bytes: UnsafeBufferPointer<UInt8>, at column: Int, _ isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) -> Outcome {
    // What is larger is refused, in however many pieces it comes.
    var reader = JSONReader(UnsafeBufferPointer(rebasing: bytes.prefix(context.sizeLimit)))
    var object = JSONObjectRecord()
    do throws(JSONReader.Failure) {
      try object.read(&reader, &names)
    } catch {
      return readDamaged(bytes, at: column, object, error, isLast, emit)
    }
    take(object, within: bytes, emit)
    return .whole(reader.position)
  }

  private mutating func readDamaged(
    _ bytes: UnsafeBufferPointer<UInt8>, at column: Int, _ object: JSONObjectRecord, _ failure: JSONReader.Failure,
    _ isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) -> Outcome {
    switch failure {
    case .notUTF8: return readDecoded(bytes, isLast, emit)
    case .malformed(.cutShort, let offset):
      if bytes.count > context.sizeLimit {
        emit(refusal(.tooLarge(limit: context.sizeLimit)))
        return .damaged(context.sizeLimit)
      }
      if !isLast {
        guard bytes.count >= Self.longAnswer, !object.record.hasText else { return .unfinished }
        return startOfOpenList(bytes).map { .answer($0) } ?? .unfinished
      }
      // An answer that is cut off holds articles that are whole.
      if !object.record.isArticle { readWithinCut(bytes.dropFirst(), emit) }
      emit(refusal(.badJSON(.cutShort), offset: column + offset))
      return .damaged(bytes.count)
    case .malformed(let problem, let offset):
      emit(refusal(.badJSON(problem), offset: column + offset))
      return .damaged(offset)
    }
  }

  /// An answer that is longer is not waited for.
  private static let longAnswer = 1 << 20

  /// Where the first article of a list lies that is open at the end of the bytes.
  private mutating func startOfOpenList(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    for start in JSONReader.openLists(in: bytes) {
      let inner = UnsafeBufferPointer(rebasing: bytes[start...])
      var reader = JSONReader(inner)
      guard reader.skipValueIfAny() else { continue }
      if holdsArticles(UnsafeBufferPointer(rebasing: inner[..<reader.position])) { return start }
    }
    return nil
  }

  /// Reads the articles that are whole within an object that is not.
  private mutating func readWithinCut(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ emit: (ParsedRecord) -> Void) {
    var rest = bytes
    // Each object that is cut off itself costs a look at all that follows.
    var tries = 64
    while tries > 0, let start = rest.firstIndex(of: UInt8(ascii: "{")) {
      let inner = UnsafeBufferPointer(rebasing: rest[start...])
      var reader = JSONReader(inner)
      var object = JSONObjectRecord()
      let isWhole = object.readIfWhole(&reader, &names)
      if isWhole, object.record.isArticle {
        take(object, within: inner, emit)
        rest = rest[(start + reader.position)...]
      } else {
        tries -= 1
        rest = rest[(start + 1)...]
      }
    }
  }

  /// Reads whole lines of another character set, as many as an object needs.
  private mutating func readDecoded(
    _ bytes: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ emit: (ParsedRecord) -> Void
  ) -> Outcome {
    var end = 0
    for _ in 0..<Self.mostDecodedLines {
      guard let newline = bytes.offset(of: 0x0a, from: end) else {
        guard isLast || bytes.count > context.sizeLimit else { return .unfinished }
        end = bytes.count
        break
      }
      end = newline + 1
      let isCut = decoded(bytes[..<end]).withUnsafeBufferPointer { JSONReader.isCutShort($0) }
      if !isCut { break }
    }
    let text = decoded(bytes[..<end])
    // Its lines are counted by the caller, as those of an object are.
    let before = (line, lineOffset)
    lineOffset = 0
    text.withUnsafeBufferPointer { _ = readAll($0, true, emit) }
    (line, lineOffset) = before
    skipping = .nothing
    return .whole(end)
  }

  private static let mostDecodedLines = 200

  private mutating func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    let raw = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
    // Lines of ASCII do not tell the set.
    if String(validating: bytes, as: UTF8.self) != nil { return Array(bytes) }
    let set = encoding ?? TextDecoding.guess(raw)
    encoding = set
    return Array(TextDecoding.decode(raw, as: set).text.utf8)
  }
}

// MARK: - What an object holds

extension JSONRecordReader {
  /// Hands over the article that the object is, or the articles within it.
  private mutating func take(
    _ object: JSONObjectRecord, within bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsedRecord) -> Void
  ) {
    if let item = object.exported.item(object.record, context, &notes) {
      object.countForeign(in: &names)
      return emit(.item(item))
    }
    if object.mayBeFrame(names), takeFrame(bytes, emit) { return }
    if !object.record.isArticle, takeOnlyArticle(of: object, within: bytes, emit) { return }
    let envelope = object.lists(names).filter { holdsArticles(UnsafeBufferPointer(rebasing: bytes[$0])) }
    if !envelope.isEmpty {
      for range in envelope { takeAll(UnsafeBufferPointer(rebasing: bytes[range]), emit) }
      return
    }
    guard object.record.isArticle else { return emit(refusal(.noArticleFields)) }
    var object = object
    for (place, range) in object.parts(names) {
      var reader = JSONReader(UnsafeBufferPointer(rebasing: bytes[range]))
      var part = JSONObjectRecord()
      if bytes[range.lowerBound] == UInt8(ascii: "{"), part.readIfWhole(&reader, &names) {
        object.takeOver(part, at: place)
      }
    }
    emitArticle(object, emit)
  }

  private mutating func emitArticle(_ object: JSONObjectRecord, _ emit: (ParsedRecord) -> Void) {
    object.count(in: &names)
    do throws(ParseRefusal.Reason) {
      emit(.item(try object.record.item(context, &notes)))
    } catch {
      emit(refusal(error))
    }
  }

  /// Hands over the rows of a data frame that is written column by column, or apart from its names.
  private mutating func takeFrame(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsedRecord) -> Void) -> Bool {
    guard let rows = JSONFrame(bytes)?.rows else { return false }
    var json = JSONText()
    for row in rows { json.append(object: row) }
    json.bytes.withUnsafeBufferPointer { takeAll($0, emit) }
    return true
  }

  /// Hands over the article within an object that says of it what it does not say itself, such as its id and its time: a hit of a
  /// search engine, an entry of a live feed.
  private mutating func takeOnlyArticle(
    of object: JSONObjectRecord, within bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsedRecord) -> Void
  ) -> Bool {
    var found: JSONObjectRecord?
    for range in object.objects(in: bytes) {
      let inner = UnsafeBufferPointer(rebasing: bytes[range])
      var reader = JSONReader(inner)
      var article = JSONObjectRecord()
      guard article.readIfWhole(&reader, &names) else { continue }
      guard article.record.isArticle, article.lists(names).isEmpty || article.record.hasText else { continue }
      if found != nil { return false }
      found = article
    }
    guard var found else { return false }
    found.takeOver(object)
    emitArticle(found, emit)
    return true
  }

  /// Whether the first object of a list, or the object itself, is an article or leads to some.
  private mutating func holdsArticles(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int = 0) -> Bool {
    guard depth < Self.deepest, let start = bytes.firstIndex(of: UInt8(ascii: "{")) else { return false }
    let inner = UnsafeBufferPointer(rebasing: bytes[start...])
    var reader = JSONReader(inner)
    var object = JSONObjectRecord()
    guard object.readIfWhole(&reader, &names) else { return false }
    if object.record.isArticle { return true }
    for range in object.lists(names) where holdsArticles(UnsafeBufferPointer(rebasing: inner[range]), depth: depth + 1)
    {
      return true
    }
    return false
  }

  /// How deep the list of an answer lies.
  private static let deepest = 6

  /// Hands over the objects of a list, or the one that the bytes are.
  private mutating func takeAll(_ bytes: UnsafeBufferPointer<UInt8>, _ emit: (ParsedRecord) -> Void) {
    var position = 0
    while position < bytes.count, let start = bytes.offset(of: UInt8(ascii: "{"), from: position) {
      let inner = UnsafeBufferPointer(rebasing: bytes[start...])
      var reader = JSONReader(inner)
      var object = JSONObjectRecord()
      // The whole has been read before: nothing here is damaged.
      guard object.readIfWhole(&reader, &names) else { return }
      take(object, within: inner, emit)
      position = start + reader.position
    }
  }
}

extension JSONReader {
  /// Whether the bytes end within the object with which they begin.
  static func isCutShort(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var reader = JSONReader(bytes)
    do throws(Failure) { try reader.skipValue() } catch {
      if case .malformed(.cutShort, _) = error { return true }
    }
    return false
  }
}

extension JSONRecordReader: RecordReading {
  var allNotes: [ParseNote] { notes.all }

  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) -> Void) {
    read(piece, isLast: isLast, emit: emit)
  }
}
