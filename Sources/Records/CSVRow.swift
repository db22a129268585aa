/// Cuts one row of CSV (RFC 4180) into its cells. Rows end with LF or CR.
///
/// Lenient where sources are sloppy: blanks may stand between a separator and a quotation mark, and a quotation mark within quotes
/// that is followed by anything but a separator is a sign of the text.
struct CSVRow {
  /// The bytes of the cells one after the other, and where each ends.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  /// How many of its line breaks stand within quotes.
  private(set) var innerLines = 0
  /// Whether it was longer than the limit; its bytes are gone then.
  private(set) var isOversized = false
  /// Whether any byte of it was taken.
  private(set) var isBegun = false
  /// Whether each quotation mark within quotes is doubled or ends the cell: otherwise the cell may never have been meant to be quoted.
  private(set) var isRegular = true
  /// Whether a cell without quotes ends in a quotation mark.
  private(set) var hasStrayQuote = false
  private var isAfterCarriageReturn = false
  private var state = State.cellStart
  private let separator: UInt8
  private let limit: Int

  private enum State: Equatable {
    case cellStart, plain, quoted
    /// Behind a quotation mark within quotes, and so many blanks: the end of the cell, the first of two marks, or a sign.
    case quoteInQuoted(blanks: Int)
  }

  /// What follows so many cells stands in the last of them, separators and all: no table has as many columns.
  static let mostCells = 4_096

  /// - Parameter limit: the longest row that is kept, in bytes.
  init(separator: UInt8, limit: Int) {
    self.separator = separator
    self.limit = limit
  }

  /// Whether a quotation mark is open.
  var isQuoted: Bool { state == .quoted }

  mutating func clear() {
    bytes.removeAll(keepingCapacity: bytes.capacity <= 1 << 20)
    ends.removeAll(keepingCapacity: true)
    (innerLines, isOversized, isBegun) = (0, false, false)
    (isRegular, hasStrayQuote) = (true, false)
    (isAfterCarriageReturn, state) = (false, .cellStart)
  }

  /// The cell at an index.
  func cell(_ index: Int) -> ArraySlice<UInt8> { bytes[(index > 0 ? ends[index - 1] : 0)..<ends[index]] }

  /// Whether every cell is blank.
  var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }

  /// Takes bytes up to the end of the row. Returns where it stopped, and whether the row ends there; of CRLF only CR is taken.
  mutating func take(_ input: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, isWhole: Bool) {
    var index = start
    while index < input.count {
      let byte = input[index]
      isBegun = true
      switch state {
      case .quoted:
        let end = input.offset(of: UInt8(ascii: "\""), from: index) ?? input.count
        appendQuoted(UnsafeBufferPointer(rebasing: input[index..<end]))
        if end < input.count { state = .quoteInQuoted(blanks: 0) }
        index = end
      case .quoteInQuoted(let blanks): takeBehindQuote(byte, blanks)
      case .cellStart where byte == UInt8(ascii: "\""): state = .quoted
      // Blanks behind a separator are no part of the cell, so that a quotation mark may follow them.
      case .cellStart where byte == UInt8(ascii: " "): break
      case .cellStart, .plain:
        let end = input[index...].firstIndex { $0 == separator || $0 == 0x0a || $0 == 0x0d } ?? input.count
        append(UnsafeBufferPointer(rebasing: input[index..<end]))
        state = .plain
        guard end < input.count else { return (end, false) }
        if input[end] == separator { endCell() }
        index = end
      }
      guard index < input.count else { return (index, false) }
      if state != .quoted, input[index] == 0x0a || input[index] == 0x0d {
        endCell()
        return (index + 1, true)
      }
      index += 1
    }
    return (index, false)
  }

  private mutating func takeBehindQuote(_ byte: UInt8, _ blanks: Int) {
    switch byte {
    case UInt8(ascii: "\"") where blanks == 0:
      append(byte)
      state = .quoted
    case separator: endCell()
    case 0x0a, 0x0d: break
    case UInt8(ascii: " "): state = .quoteInQuoted(blanks: blanks + 1)
    default:
      // The mark before was a sign of the text.
      isRegular = false
      isAfterCarriageReturn = false
      append(UInt8(ascii: "\""))
      for _ in 0..<blanks { append(UInt8(ascii: " ")) }
      if byte == UInt8(ascii: "\"") {
        state = .quoteInQuoted(blanks: 0)
      } else {
        append(byte)
        state = .quoted
      }
    }
  }

  /// Ends the cell at hand.
  mutating func endCell() {
    if state == .plain, bytes.count > ends.last ?? 0, bytes.last == UInt8(ascii: "\"") { hasStrayQuote = true }
    state = .cellStart
    guard !isOversized else { return }
    if ends.count < Self.mostCells { ends.append(bytes.count) } else { joinToLastCell() }
  }

  /// Makes what was read behind the last cell that is kept a part of it.
  private mutating func joinToLastCell() {
    guard bytes.count < limit else { return drop() }
    let last = Self.mostCells - 1
    bytes.insert(separator, at: ends[last])
    ends[last] = bytes.count
  }

  /// Ends the row though a quotation mark is open: the mark was a sign of the text. It opens the last of so many columns, or
  /// separators behind it separate.
  mutating func endTakingQuoteForText(columns: Int) {
    let start = ends.last ?? 0
    var open = bytes[start...]
    while let last = open.last, last == 0x0a || last == 0x0d { open.removeLast() }
    let isLast = ends.count + 1 == columns
    bytes.removeSubrange(start...)
    append(UInt8(ascii: "\""))
    for byte in open { if byte == separator, !isLast { endCell() } else { append(byte) } }
    endCell()
  }

  private mutating func append(_ byte: UInt8) { bytes.append(byte) }

  private mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
    guard !isOversized, bytes.count + run.count <= limit else { return drop() }
    bytes.append(contentsOf: run)
  }

  private mutating func appendQuoted(_ run: UnsafeBufferPointer<UInt8>) {
    if run.offset(of: 0x0a) != nil || run.offset(of: 0x0d) != nil {
      for byte in run {
        if byte == 0x0d || (byte == 0x0a && !isAfterCarriageReturn) { innerLines += 1 }
        isAfterCarriageReturn = byte == 0x0d
      }
    } else if !run.isEmpty {
      isAfterCarriageReturn = false
    }
    append(run)
  }

  private mutating func drop() {
    isOversized = true
    bytes = []
    ends = []
  }
}
