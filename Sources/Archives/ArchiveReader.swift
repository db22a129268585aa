import CArchive

/// Reads an archive, or one compressed text, entry by entry and piece by piece: zip, tar, and what gzip, xz, bzip2 or zstd packed.
///
/// Nothing is ever written anywhere: names of entries are names, and lead to no place. Memory is that of the packing alone, some
/// megabytes at most. It is a class because an archive within an archive takes its bytes from the outer one.
package final class ArchiveReader {
  /// An entry at which the reader is.
  package struct Entry: Hashable, Sendable {
    /// As the archive spells it; only the last part means anything.
    package var name: String
    /// Seconds since 1970; nil where the archive does not say.
    package var modified: Int64?
    /// Whether it is a file, and no folder or link.
    package var isFile: Bool
    package var isEncrypted: Bool
  }

  private let handle: OpaquePointer
  private let outer: ArchiveReader?
  private let limits: ArchiveLimits
  /// How many archives lie around this one, and it.
  package let depth: Int
  private var entries = 0
  private var isWithinEntry = false

  /// Whether libarchive can be loaded.
  package static var isAvailable: Bool { ca_is_there() }

  /// Opens the archive in a file that stays open meanwhile; where the descriptor is negative, `start` is all of it.
  ///
  /// - Parameters:
  ///   - start: What was read of it already.
  ///   - seeks: Whether it is a file whose places can be gone to.
  package init(
    descriptor: Int32, start: UnsafeRawBufferPointer = UnsafeRawBufferPointer(start: nil, count: 0), seeks: Bool,
    limits: ArchiveLimits = ArchiveLimits()
  ) throws(ArchiveFailure) {
    guard Self.isAvailable else { throw .noLibrary }
    let bounds = ca_limits(
      bytes: Int64(limits.bytes), ratio: Int64(limits.ratio), dense_bytes: Int64(limits.denseBytes))
    let first = start.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard let handle = ca_open_file(descriptor, first, start.count, seeks, bounds) else { throw .noMemory }
    self.handle = handle
    self.limits = limits
    outer = nil
    depth = 1
  }

  /// Opens the archive that is the entry at which another reader is.
  ///
  /// - Parameter start: What was read of the entry already.
  package init(within outer: ArchiveReader, start: [UInt8]) throws(ArchiveFailure) {
    guard outer.depth < outer.limits.depth else { throw .tooDeep(limit: outer.limits.depth) }
    guard let handle = start.withUnsafeBufferPointer({ ca_open_entry(outer.handle, $0.baseAddress, $0.count) }) else {
      throw .noMemory
    }
    self.handle = handle
    self.outer = outer
    limits = outer.limits
    depth = outer.depth + 1
  }

  deinit { ca_close(handle) }

  /// Whether it is one compressed text without entries; known once the first entry was asked for.
  package var isBare: Bool { ca_is_bare(handle) }

  /// How many bytes of the outermost file were read.
  package var packedBytes: Int { Int(ca_packed_bytes(handle)) }

  /// Moves to the next entry; nil at the end. What is left of the one before is unpacked and counted, as whatever comes out is.
  package func nextEntry() throws(ArchiveFailure) -> Entry? {
    while isWithinEntry { if try nextPiece() == nil { break } }
    let step = ca_next(handle)
    if step == .end { return nil }
    try check(step)
    try countEntry()
    isWithinEntry = true
    let time = ca_time(handle)
    return Entry(
      name: ca_name(handle).map { String(cString: $0) } ?? "", modified: time > 0 ? time : nil,
      isFile: ca_is_file(handle), isEncrypted: ca_is_encrypted(handle))
  }

  /// The next bytes of the entry, which are valid until anything else is asked for; nil at its end.
  package func nextPiece() throws(ArchiveFailure) -> UnsafeRawBufferPointer? {
    var bytes: UnsafePointer<UInt8>?
    var size = 0
    let step = ca_read(handle, &bytes, &size)
    if step == .end {
      isWithinEntry = false
      return nil
    }
    try check(step)
    return UnsafeRawBufferPointer(start: bytes, count: size)
  }

  private func check(_ step: CAStep) throws(ArchiveFailure) {
    switch step {
    case .done, .end: return
    case .damaged: throw .damaged
    case .tooLarge: throw .tooLarge(limit: limits.bytes)
    case .tooDense: throw .tooDense(limit: limits.ratio)
    case .unreadable: throw .unreadable
    }
  }

  /// All entries count, those of archives within it, too.
  private func countEntry() throws(ArchiveFailure) {
    var root = self
    while let outer = root.outer { root = outer }
    root.entries += 1
    guard root.entries <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
  }
}
