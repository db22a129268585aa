/// A path as the file system has it: bytes, which need not be UTF-8. Old archives name their files in GBK.
struct RawPath: Hashable {
  /// Without the zero at the end.
  private var bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The path as text, with U+FFFD for what is no UTF-8.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  func appending(_ name: [UInt8]) -> RawPath {
    var path = self
    if path.bytes.last != UInt8(ascii: "/") { path.bytes.append(UInt8(ascii: "/")) }
    path.bytes += name
    return path
  }

  /// Calls `body` with the path as C functions take it.
  func withCString<T>(_ body: (UnsafePointer<CChar>) throws -> T) rethrows -> T {
    try (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // A buffer that holds the zero at least has an address.
      guard let address = buffer.baseAddress else { return try "".withCString(body) }
      return try body(address)
    }
  }
}
