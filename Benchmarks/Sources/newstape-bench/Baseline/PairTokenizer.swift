import CSQLite

/// The tokenizer of the yardstick, over raw UTF-8: each character of a run of Han characters gives the pair that it begins
/// and, at the same place, itself; a run of Latin letters or digits gives a word in small letters.
enum PairTokenizer {
  static let name = "pairs"

  /// Makes the tokenizer known to a connection. Returns false where SQLite has no FTS5.
  static func register(_ database: OpaquePointer) -> Bool {
    var api: UnsafeMutablePointer<fts5_api>?
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, "SELECT fts5(?1)", -1, &statement, nil) == SQLITE_OK else { return false }
    let type: StaticString = "fts5_api_ptr"
    withUnsafeMutablePointer(to: &api) { place in
      _ = type.withUTF8Buffer { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_pointer(statement, 1, UnsafeMutableRawPointer(place), $0.baseAddress, nil)
        }
      }
      sqlite3_step(statement)
    }
    sqlite3_finalize(statement)
    guard let api, let create = api.pointee.xCreateTokenizer else { return false }
    var tokenizer = fts5_tokenizer(
      xCreate: { _, _, _, out in
        // There is nothing to remember, but no pointer means failure.
        out?.pointee = OpaquePointer(bitPattern: 1)
        return SQLITE_OK
      },
      xDelete: { _ in },
      xTokenize: { PairTokenizer.tokenize($1, $3, $4, $5) })
    return create(api, name, nil, &tokenizer, nil) == SQLITE_OK
  }

  private static func tokenize(
    _ context: UnsafeMutableRawPointer?, _ text: UnsafePointer<CChar>?, _ length: Int32, _ emit: Emit?
  ) -> Int32 {
    guard let text, let emit else { return SQLITE_OK }
    return text.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      tokenize(UnsafeBufferPointer(start: $0, count: Int(length)), context, emit)
    }
  }

  private typealias Emit =
    @convention(c) (
      UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, Int32, Int32, Int32
    ) -> Int32

  private static func tokenize(
    _ text: UnsafeBufferPointer<UInt8>, _ context: UnsafeMutableRawPointer?, _ emit: Emit
  ) -> Int32 {
    func token(_ flags: Int32, _ start: Int, _ end: Int) -> Int32 {
      guard let base = text.baseAddress else { return SQLITE_OK }
      let token = UnsafeRawPointer(base + start).assumingMemoryBound(to: CChar.self)
      return emit(context, flags, token, Int32(end - start), Int32(start), Int32(end))
    }
    var place = 0
    while place < text.count {
      var status = SQLITE_OK
      if isHan(text, place) {
        if isHan(text, place + 3) {
          status = token(0, place, place + 6)
          if status == SQLITE_OK { status = token(FTS5_TOKEN_COLOCATED, place, place + 3) }
        } else {
          status = token(0, place, place + 3)
        }
        place += 3
      } else if isWord(text[place]) {
        let start = place
        var isSmall = true
        while place < text.count, isWord(text[place]) {
          isSmall = isSmall && !isCapital(text[place])
          place += 1
        }
        status = isSmall ? token(0, start, place) : smallToken(text, start, place, context, emit)
      } else {
        place += 1
      }
      if status != SQLITE_OK { return status }
    }
    return SQLITE_OK
  }

  private static func smallToken(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ context: UnsafeMutableRawPointer?, _ emit: Emit
  ) -> Int32 {
    let small = text[start..<end].map { CChar(bitPattern: isCapital($0) ? $0 | 0x20 : $0) }
    return emit(context, 0, small, Int32(small.count), Int32(start), Int32(end))
  }

  /// Whether a character from U+3400 to U+9FFF begins here: in UTF-8 all and only those begin with these bytes.
  private static func isHan(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place + 2 < text.count else { return false }
    let first = text[place]
    return first > 0xE3 && first < 0xEA || first == 0xE3 && text[place + 1] >= 0x90
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isCapital(byte) || byte &- 0x61 < 26 || byte &- 0x30 < 10
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
}
