import Foundation
import JSON
import TextBasics

/// Standard output or standard error, buffered; the only way for text to get there.
struct Output {
  private let descriptor: Int32
  private var buffer: [UInt8] = []

  /// Whether a person reads it.
  let isTerminal: Bool

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    isTerminal = isatty(descriptor) == 1
  }

  /// The columns of a line: the terminal's, else 80; `COLUMNS` outweighs both.
  var columns: Int {
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let number = Int(text), number > 0 { return number }
    var size = winsize()
    let isKnown = isTerminal && ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  mutating func write(_ text: SafeText) { buffer.append(contentsOf: text.string.utf8) }

  /// Writes one line; a line break within the text becomes a blank.
  mutating func writeLine(_ text: SafeText = "") throws {
    write(text)
    try endLine()
  }

  /// The same for text of the program's own or from outside: it is made safe.
  mutating func writeLine(_ text: String) {
    write(SafeText(text))
    buffer.append(UInt8(ascii: "\n"))
  }

  /// Writes one value as JSON on a line of its own.
  mutating func writeJSON(_ value: some Encodable) throws {
    try JSONLine.append(value, to: &buffer)
    try endLine()
  }

  /// Writes the members of one object as JSON on a line of its own.
  mutating func writeJSON(_ members: (inout JSONLineWriter) -> Void) throws {
    JSONLineWriter.append(to: &buffer, members)
    try endLine()
  }

  /// Writes what the export has made, which is safe by its nature.
  mutating func write(document bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes a piece that `JSONLine` made, and empties it.
  mutating func writeJSON(piece: inout [UInt8]) throws {
    buffer += piece
    piece.removeAll(keepingCapacity: true)
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes fields separated by tabs, which no field can hold.
  mutating func writeRow(_ fields: [SafeText]) throws {
    for (index, field) in fields.enumerated() {
      if index > 0 { buffer.append(UInt8(ascii: "\t")) }
      write(field)
    }
    try endLine()
  }

  /// Puts a line in place of the last one that this function wrote, which only a terminal can; an empty one clears it.
  mutating func rewriteLine(_ text: SafeText) throws {
    buffer += Array("\r".utf8)
    write(text)
    buffer += Array("\u{1b}[K".utf8)
    try flush()
  }

  private mutating func endLine() throws {
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Hands what is buffered to the system.
  mutating func flush() throws {
    defer { buffer.removeAll(keepingCapacity: true) }
    try buffer.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        // Whoever read has seen enough: that is no error.
        if count < 0, errno == EPIPE { throw ExitStatus.success }
        guard count > 0 else { throw OutputError(code: errno) }
        rest = rest.dropFirst(count)
      }
    }
  }

  private static let capacity = 64 << 10
}

/// The system refused to take output.
struct OutputError: Error {
  /// The system's error number.
  let code: Int32
}
