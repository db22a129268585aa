import Archives
import Foundation
import NewsModel
import NewsParsing
import NewsStore

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
  ///   - onEnd: told at the end of each file, of which an archive has many, what was passed over or guessed in it, and its name.
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
