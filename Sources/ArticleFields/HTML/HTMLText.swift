import Markup

/// Collects text of a page the way it is shown: a run of blanks counts as one, and none stands at either end.
package struct HTMLText {
  package private(set) var bytes: [UInt8] = []
  private var hasPendingBlank = false

  package init() {}

  package var isEmpty: Bool { bytes.isEmpty }

  /// A blank that comes only when more text does.
  mutating func appendBlank() { hasPendingBlank = true }

  package mutating func append(_ text: some Sequence<UInt8>) {
    // Blanks of two and three bytes: U+00A0, U+3000 and U+FEFF.
    var held: [UInt8] = []
    for byte in text {
      if byte < 0x80 {
        if !held.isEmpty { flush(&held) }
        if byte <= 0x20 {
          hasPendingBlank = true
        } else {
          put(byte)
        }
      } else {
        held.append(byte)
        switch held.count {
        case 1 where byte != 0xc2 && byte != 0xe3 && byte != 0xef: flush(&held)
        case 2 where held[0] == 0xc2:
          if byte == 0xa0 { blank(&held) } else { flush(&held) }
        case 2 where byte != 0x80 && byte != 0xbb: flush(&held)
        case 3:
          if held == [0xe3, 0x80, 0x80] || held == [0xef, 0xbb, 0xbf] { blank(&held) } else { flush(&held) }
        default: break
        }
      }
    }
    flush(&held)
  }

  private mutating func put(_ byte: UInt8) {
    if hasPendingBlank, !bytes.isEmpty { bytes.append(0x20) }
    hasPendingBlank = false
    bytes.append(byte)
  }

  private mutating func flush(_ held: inout [UInt8]) {
    for byte in held { put(byte) }
    held.removeAll(keepingCapacity: true)
  }

  private mutating func blank(_ held: inout [UInt8]) {
    hasPendingBlank = true
    held.removeAll(keepingCapacity: true)
  }

  /// The text so far; what comes next begins anew.
  package mutating func take() -> String {
    defer {
      bytes.removeAll(keepingCapacity: true)
      hasPendingBlank = false
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
