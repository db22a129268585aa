/// How bytes are packed, by the first of them.
package enum PackedForm: Hashable, Sendable {
  case gzip, xz, bzip2, zstandard, zip, tar

  /// The form; nil for bytes that are not packed. `sampleSize` bytes are enough.
  package init?(_ start: some RandomAccessCollection<UInt8>) {
    let signatures: [(PackedForm, [UInt8])] = [
      (.gzip, [0x1f, 0x8b]), (.xz, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]), (.zstandard, [0x28, 0xb5, 0x2f, 0xfd]),
      (.zip, [0x50, 0x4b, 0x03, 0x04]), (.zip, [0x50, 0x4b, 0x05, 0x06]),
    ]
    if let found = signatures.first(where: { start.starts(with: $0.1) }) {
      self = found.0
    } else if Self.isBzip2(start) {
      self = .bzip2
    } else if start.dropFirst(257).starts(with: "ustar".utf8) {
      self = .tar
    } else {
      return nil
    }
  }

  /// Behind the three letters, which may begin a text, stand the size and the sign of the first block, or of the end.
  private static func isBzip2(_ start: some RandomAccessCollection<UInt8>) -> Bool {
    guard start.starts(with: "BZh".utf8), let size = start.dropFirst(3).first, (0x31...0x39).contains(size) else {
      return false
    }
    let sign = start.dropFirst(4).prefix(6)
    return sign.elementsEqual([0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
      || sign.elementsEqual([0x17, 0x72, 0x45, 0x38, 0x50, 0x90])
  }

  package static let sampleSize = 512
}
