internal import Terminal

/// What came to the screen after something had been done.
public struct Recording {
  private let pieces: [TimedTerminal.Piece]
  private let before: VirtualTerminal
  private let after: VirtualTerminal

  init(pieces: [TimedTerminal.Piece], before: VirtualTerminal, after: VirtualTerminal) {
    self.pieces = pieces
    self.before = before
    self.after = after
  }

  public var isEmpty: Bool { pieces.isEmpty }

  /// Bytes in all.
  public var byteCount: Int { pieces.reduce(0) { $0 + $1.bytes.count } }

  /// Milliseconds until the last byte.
  public var end: Double { pieces.last?.time ?? 0 }

  /// Milliseconds until the last byte of the first frame: up to the first pause, or to the mark that ends a synchronised one.
  public var firstFrameEnd: Double {
    var last = pieces.first?.time ?? 0
    for piece in pieces {
      if piece.time - last > Self.pause { break }
      last = piece.time
      if piece.bytes.containsFrameEnd { break }
    }
    return last
  }

  /// A frame of one write comes in pieces some microseconds apart; two frames are farther from each other.
  private static let pause = 2.0

  /// Milliseconds until a part of the screen was as it is at the end; nil where it never changed.
  public func time(ofLastChangeIn columns: Range<Int>, rows: Range<Int>) -> Double? {
    func part(_ screen: VirtualTerminal) -> [ArraySlice<VirtualTerminal.Character>] {
      rows.map { screen.cells[$0][columns] }
    }
    let wanted = part(after)
    guard part(before) != wanted else { return nil }
    var screen = before
    var time: Double?
    for piece in pieces {
      screen.feed(piece.bytes)
      if part(screen) != wanted { time = nil } else if time == nil { time = piece.time }
    }
    return time
  }

  /// Milliseconds until the screen held some text; nil where it never did.
  public func time(untilShown text: String) -> Double? {
    var screen = before
    for piece in pieces {
      screen.feed(piece.bytes)
      if screen.text.contains(text) { return piece.time }
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether the end of a synchronised update (DEC private mode 2026) is in it.
  fileprivate var containsFrameEnd: Bool { contains(Array("\u{1B}[?2026l".utf8)) }
}
