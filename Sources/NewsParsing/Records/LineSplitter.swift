/// Cuts a stream of bytes into lines and keeps no more than the line at hand.
struct LineSplitter {
  private var rest: [UInt8] = []
  private var number = 0
  private var isOversized = false
  let limit: Int

  /// A line, or the place of one that was too long to keep.
  enum Line {
    case line(UnsafeBufferPointer<UInt8>, number: Int)
    case tooLong(number: Int)
  }

  /// - Parameter limit: the longest line that is kept, in bytes.
  init(limit: Int) { self.limit = limit }

  /// Hands over every line that ends in the piece; at the end of the input also what is left.
  mutating func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool, _ body: (Line) -> Void) {
    let bytes = bytes.bindMemory(to: UInt8.self)
    var start = 0
    while start < bytes.count {
      guard let end = bytes.offset(of: 0x0a, from: start) else {
        keep(UnsafeBufferPointer(rebasing: bytes[start...]))
        break
      }
      finish(UnsafeBufferPointer(rebasing: bytes[start..<end]), body)
      start = end + 1
    }
    if isLast, !rest.isEmpty || isOversized { finish(UnsafeBufferPointer(start: nil, count: 0), body) }
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !isOversized, rest.count + bytes.count <= limit else {
      isOversized = true
      rest.removeAll()
      return
    }
    rest.append(contentsOf: bytes)
  }

  private mutating func finish(_ end: UnsafeBufferPointer<UInt8>, _ body: (Line) -> Void) {
    number += 1
    if rest.isEmpty, !isOversized, end.count <= limit { return body(.line(end, number: number)) }
    keep(end)
    if isOversized {
      isOversized = false
      return body(.tooLong(number: number))
    }
    rest.withUnsafeBufferPointer { body(.line($0, number: number)) }
    rest.removeAll(keepingCapacity: rest.capacity <= 1 << 20)
  }
}
