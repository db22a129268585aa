import Archives
import Decoding
import Foundation
import NewsModel
import NewsParsing
import NewsStore
import SourceForms

/// Reads one file, or standard input, piece by piece, decompresses it where it is gzip data, and parses it.
struct FileInput {
  /// As it was named, `-` for standard input.
  let path: String
  let descriptor: Int32
  let fileTime: Timestamp?

  /// Why a file could not be opened or read to its end.
  enum Failure: Error {
    case system(Int32)
    case corruptGzip
    case noMemory
    case archive(ArchiveFailure)
  }

  /// Opens a file for `body`, and closes it.
  ///
  /// The store that is open is not touched: closing its file would take SQLite's locks away.
  static func withFile<T>(_ path: RawPath, _ body: (FileInput) throws(Failure) -> T) throws(Failure) -> T {
    guard !NewsStore.isOpen(atPath: path.text) else { throw .system(EBUSY) }
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .system(errno) }
    defer { close(descriptor) }
    return try body(FileInput(path: path.text, descriptor: descriptor))
  }

  static let standardInput = FileInput(path: "-", descriptor: STDIN_FILENO)

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
    var status = stat()
    let isFile = fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    fileTime = isFile ? Timestamp(Int64(status.st_mtim.tv_sec)) : nil
  }

  /// Whether it is a database of SQLite, which is no text to be parsed.
  var isDatabase: Bool {
    var start = [UInt8](repeating: 0, count: 16)
    // A pipe gives nothing here, and loses nothing.
    let count = pread(descriptor, &start, start.count, 0)
    return count == start.count && start.withUnsafeBytes { NewsboatCache.isDatabase($0) }
  }

  /// Parses the input, or all files in it where it is an archive.
  ///
  /// - Parameters:
  ///   - onBytes: told how many bytes were read, before their records come; gives false to end the reading.
  ///   - onEnd: called at the end of each file (an archive has many) with what was passed over or guessed in it, and its name.
  func parse(
    _ reading: ReadingOptions, as format: SourceFormat? = nil, onBytes: (Int) -> Bool = { _ in true },
    emit: (ParsedRecord) -> Void, onEnd: ([ParseNote], String) -> Void
  ) throws(Failure) {
    let context = reading.context(fileTime: fileTime, fileName: path == "-" ? nil : path)
    var stream = RecordStream(format: format, context: context)
    var unpacker = Unpacker()
    var isAtStart = true
    var isArchive = false
    try readPieces { piece throws(Failure) in
      if isAtStart, ArchiveInput.isArchive(piece) {
        isArchive = true
        try ArchiveInput(self, reading, format).read(start: piece, onBytes: onBytes, emit: emit, onEnd: onEnd)
        return false
      }
      isAtStart = false
      guard onBytes(piece.count) else { return false }
      try unpacker.unpack(piece) { stream.feed($0, isLast: false, emit: emit) }
      return !stream.isDone
    }
    if isArchive { return }
    // What was begun and is cut off is no record.
    if unpacker.isCutShort { throw .corruptGzip }
    stream.feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, emit: emit)
    onEnd(stream.notes, path)
  }

  func readPieces(_ body: (UnsafeRawBufferPointer) throws(Failure) -> Bool) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(errno) }
      guard count > 0, try body(UnsafeRawBufferPointer(rebasing: buffer[..<count])) else { return }
    }
  }
}

/// Passes bytes through, or decompresses them where the first show that they are gzip data.
struct Unpacker: ~Copyable {
  private var start: [UInt8] = []
  private var isDecided = false
  private var inflater: GzipInflater?

  /// Whether the compressed data ended before its end.
  var isCutShort: Bool {
    switch inflater {
    case nil: false
    case .some(let inflater): !inflater.isAtEnd
    }
  }

  mutating func unpack(
    _ bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(FileInput.Failure) {
    if !isDecided {
      isDecided = true
      if GzipInflater.isGzip(bytes) {
        inflater = GzipInflater()
        if inflater == nil { throw .noMemory }
      }
    }
    guard inflater != nil else { return body(bytes) }
    do { try inflater?.feed(bytes, body) } catch { throw .corruptGzip }
  }
}

extension FileInput {
  /// Hands over all bytes at once, decompressed where they are gzip data.
  ///
  /// - Parameter limit: Reading ends a little behind it, so that the caller sees that there is more.
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
