import Terminal

/// What a terminal sends.
extension FuzzTarget {
  /// Bytes give the same events however they are cut, as long as no time passes, and all of them in the end.
  static let terminalInput = FuzzTarget("terminal-input", longestInput: 512) { bytes throws(FuzzFinding) in
    let whole = events(bytes, pieces: bytes.count)
    let size = pieceSize(for: bytes)
    try expect(whole == events(bytes, pieces: size), "pieces of \(size) bytes give other events")
    try expect(whole.count <= bytes.count, "\(whole.count) events out of \(bytes.count) bytes")
    for case .key(let key) in whole where key.description.utf8.allSatisfy({ $0 < 0x80 }) {
      try expect(Key(parsing: key.description) == key, "\(key) is read as another key, or as none")
    }
  }

  private static func events(_ bytes: [UInt8], pieces size: Int) -> [InputEvent] {
    let start = ContinuousClock.now
    var decoder = InputDecoder()
    var events: [InputEvent] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      decoder.feed(rest.prefix(max(1, size)), at: start)
      rest = rest.dropFirst(max(1, size))
      while let event = decoder.nextEvent(at: start) { events.append(event) }
    }
    // What waits for more is taken as it is in the end.
    while let deadline = decoder.deadline {
      guard let event = decoder.nextEvent(at: deadline) else { break }
      events.append(event)
    }
    return events
  }
}
