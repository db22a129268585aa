import CNcurses
package import TextBasics

extension CursesScreen {
  /// Lends the terminal to somebody else, an editor or a pager, until `body` returns. The screen is repainted then, and
  /// its size may have changed: see `adoptTerminalSize()`.
  package func lendTerminal<Result>(to body: () throws -> Result) rethrows -> Result {
    nc_suspend()
    defer { nc_resume() }
    return try body()
  }

  /// Stops the program as ^Z does, and comes back when the shell continues it.
  package func suspendProcess() {
    lendTerminal { nc_stop_group() }
  }

  /// Puts the terminal's modes right and repaints, after something else has had it.
  package func recover() {
    nc_resume()
  }

  /// Puts text into the clipboard of the terminal's user, also through ssh (xterm's OSC 52). Terminals that do not know
  /// it, or forbid it, do nothing.
  ///
  /// - Returns: false where the text is longer than the 74,994 bytes that xterm takes.
  @discardableResult
  package func copyToClipboard(_ text: SafeText) -> Bool {
    let bytes = Array(text.string.utf8)
    guard bytes.count <= 74_994 else { return false }
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    return nc_write(sequence, sequence.count)
  }
}

/// RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) }
    bits <<= 8 * (3 - group.count)
    for digit in 0..<4 {
      encoded.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
    }
  }
  return encoded
}
