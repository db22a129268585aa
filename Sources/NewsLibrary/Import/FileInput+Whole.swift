import Foundation
import NewsParsing

extension FileInput {
  /// Hands over all bytes at once, decompressed where they are gzip data.
  ///
  /// - Parameter limit: Reading ends a little behind it: whoever has a limit sees that there is more.
  func withBytes<R>(limit: Int, _ body: (UnsafeRawBufferPointer) throws(Failure) -> R) throws(Failure) -> R {
    if let mapped = mapping {
      defer { munmap(UnsafeMutableRawPointer(mutating: mapped.baseAddress), mapped.count) }
      if !GzipInflater.isGzip(mapped) { return try body(mapped) }
    }
    var bytes: [UInt8] = []
    var unpacker = Unpacker()
    try readPieces { piece throws(Failure) in
      try unpacker.unpack(piece) { if bytes.count <= limit { bytes.append(contentsOf: $0) } }
      return bytes.count <= limit
    }
    if unpacker.isCutShort, bytes.count <= limit { throw .corruptGzip }
    return try Self.withPointer(to: bytes, body)
  }

  /// Hands over the first kilobytes, decompressed.
  func withStart<R>(_ body: (UnsafeRawBufferPointer) -> R) throws(Failure) -> R {
    var start: [UInt8] = []
    var unpacker = Unpacker()
    try readPieces { piece throws(Failure) in
      try unpacker.unpack(UnsafeRawBufferPointer(rebasing: piece.prefix(16 << 10))) { start.append(contentsOf: $0) }
      return false
    }
    return start.withUnsafeBytes(body)
  }

  private static func withPointer<R>(
    to bytes: [UInt8], _ body: (UnsafeRawBufferPointer) throws(Failure) -> R
  ) throws(Failure) -> R {
    // Keeps the type of the error, which the closure of the standard library would lose.
    let result: Result<R, Failure> = bytes.withUnsafeBytes { bytes in
      do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// The file's bytes where the system keeps them; nil for what is no file, empty, or cannot be mapped.
  private var mapping: UnsafeRawBufferPointer? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      lseek(descriptor, 0, SEEK_CUR) == 0,
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
  }
}
