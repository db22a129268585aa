extension Article {
  /// The article with as much of its text as can be laid out between two frames.
  ///
  /// - Parameter limit: in bytes; each piece of the text (a paragraph, an item of a list, a cell), and each line of one, counts some
  ///   more. What is beyond it is counted in `bytesLeftOut`.
  /// - Complexity: linear in `limit` and in the number of pieces.
  package func beginning(upTo limit: Int) -> Article {
    var room = limit
    var result = self
    result.blocks = []
    for block in blocks {
      guard room > 0 else { break }
      result.blocks.append(block.beginning(&room))
    }
    result.bytesLeftOut = blocks.reduce(0) { $0 + $1.size } - result.blocks.reduce(0) { $0 + $1.size }
    return result
  }
}

extension Block {
  /// The bytes of its text.
  fileprivate var size: Int {
    switch self {
    case .paragraph(let text), .heading(let text, _), .quote(let text), .code(let text), .figure(let text):
      text.utf8.count
    case .list(let items): items.reduce(0) { $0 + $1.utf8.count }
    case .table(let rows): rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1.utf8.count } }
    }
  }

  /// As much of it as there is room for; takes that from the room.
  fileprivate func beginning(_ room: inout Int) -> Block {
    switch self {
    case .paragraph(let text): .paragraph(text.beginning(&room))
    case .heading(let text, let level): .heading(text.beginning(&room), level: level)
    case .quote(let text): .quote(text.beginning(&room))
    case .code(let text): .code(text.beginning(&room))
    case .figure(let text): .figure(text.beginning(&room))
    case .list(let items): .list(Block.taking(items, &room) { $0.beginning(&$1) })
    case .table(let rows):
      .table(Block.taking(rows, &room) { row, room in Block.taking(row, &room) { $0.beginning(&$1) } })
    }
  }

  private static func taking<T>(_ pieces: [T], _ room: inout Int, _ take: (T, inout Int) -> T) -> [T] {
    var taken: [T] = []
    for piece in pieces where room > 0 { taken.append(take(piece, &room)) }
    return taken
  }
}

extension String {
  /// What a line of text costs besides its bytes.
  private static let costOfLine = 32

  fileprivate func beginning(_ room: inout Int) -> String {
    room -= Self.costOfLine
    var end = utf8.startIndex
    while end < utf8.endIndex, room > 0 {
      room -= utf8[end] == UInt8(ascii: "\n") ? Self.costOfLine : 1
      end = utf8.index(after: end)
    }
    while String.Index(end, within: self) == nil { end = utf8.index(before: end) }
    return end < endIndex ? String(self[..<end]) : self
  }
}
