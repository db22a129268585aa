import CSystem

/// Decompresses a gzip stream piece by piece; several members one after another count as one stream (RFC 1952).
///
/// Memory use is constant: one window of 32 KB and one output buffer.
package struct GzipInflater: ~Copyable {
  /// The data is damaged, or memory ran out.
  package struct Corrupt: Error, Hashable {}

  private let handle: UnsafeMutableRawPointer
  private var output: [UInt8]
  private var isBetweenMembers = true
  private var isAfterLastMember = false

  /// Fails where memory is short.
  package init?(bufferSize: Int = 256 << 10) {
    guard let handle = cs_inflate_open() else { return nil }
    self.handle = handle
    output = [UInt8](repeating: 0, count: max(bufferSize, 1))
  }

  deinit { cs_inflate_close(handle) }

  /// Whether the bytes begin as every gzip stream does.
  package static func isGzip(_ bytes: some Collection<UInt8>) -> Bool { bytes.starts(with: [0x1f, 0x8b]) }

  /// Whether the stream may end here: not within a member.
  package var isAtEnd: Bool { isBetweenMembers }

  /// Decompresses the next piece of input and hands over what comes out, in pieces of at most the buffer's size.
  ///
  /// What follows the last member and is no gzip data is ignored, as gzip itself does.
  /// - Throws: `Corrupt`, or what `body` throws.
  package mutating func feed(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) throws -> Void
  ) throws {
    var rest = bytes
    while !rest.isEmpty, !isAfterLastMember {
      // Only a first byte of a gzip header begins another member.
      if isBetweenMembers, hasOutput, rest[0] != 0x1f {
        isAfterLastMember = true
        return
      }
      var used = 0
      var written = 0
      let end = output.withUnsafeMutableBufferPointer { output in
        cs_inflate_run(
          handle, rest.baseAddress?.assumingMemoryBound(to: UInt8.self), rest.count, &used, output.baseAddress,
          output.count, &written)
      }
      isBetweenMembers = false
      rest = UnsafeRawBufferPointer(rebasing: rest[used...])
      if written > 0 {
        try output.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<written])) }
      }
      switch end {
      case .more:
        // A full buffer leaves output behind even when all input is used.
        if rest.isEmpty, written == output.count { try drain(body) }
      case .ofMember:
        hasOutput = true
        isBetweenMembers = true
        cs_inflate_reset(handle)
      case .corrupt, .noMemory:
        throw Corrupt()
      }
    }
  }

  /// Whether a member has been read to its end.
  private var hasOutput = false

  private mutating func drain(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    var written = 0
    repeat {
      var used = 0
      let end = output.withUnsafeMutableBufferPointer { output in
        cs_inflate_run(handle, nil, 0, &used, output.baseAddress, output.count, &written)
      }
      if written > 0 {
        try output.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[..<written])) }
      }
      switch end {
      case .more: break
      case .ofMember:
        hasOutput = true
        isBetweenMembers = true
        cs_inflate_reset(handle)
        return
      case .corrupt, .noMemory: throw Corrupt()
      }
    } while written == output.count
  }
}
