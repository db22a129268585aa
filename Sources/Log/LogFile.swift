package import Dispatch
import Glibc
import Synchronization

/// The file of the log and those before it: `newstape.log`, `newstape.log.1` and so on, readable by this user alone.
///
/// Several programs may write to it at once. Each line is one write to the end of the file, so no line stands within another. When a
/// file is full, one program gives it the next name, and all go on in a new one.
package final class LogFile: LogSink {
  package struct Limits: Sendable {
    /// Bytes of a file at most.
    package var size = 1 << 20
    /// Full files that are kept beside the current one.
    package var formerFiles = 3
    /// Lines that wait for the disk at most; of further ones only the number is kept.
    package var waiting = 1_000

    package init() {}
  }

  private struct Waiting {
    var lines: [LogLine] = []
    var lost = 0
    var isBeingWritten = false
  }

  private let limits: Limits
  private let waiting = Mutex(Waiting())
  private let writer: Mutex<LogWriter>
  private let queue = DispatchQueue(label: "newstape.log", qos: .utility)

  /// Touches no file: that waits for the first line.
  ///
  /// - Parameter makeFolder: makes the folder of the file where it is not there yet; returns whether it is there.
  package init(_ path: String, limits: Limits = Limits(), makeFolder: @escaping @Sendable () -> Bool) {
    self.limits = limits
    writer = Mutex(LogWriter(path: path, limits: limits, makeFolder: makeFolder))
  }

  /// Hands a line over to another thread, which writes it.
  package func write(_ line: LogLine) {
    let isFirst = waiting.withLock { waiting in
      guard waiting.lines.count < limits.waiting else {
        waiting.lost += 1
        return false
      }
      waiting.lines.append(line)
      defer { waiting.isBeingWritten = true }
      return !waiting.isBeingWritten
    }
    if isFirst { queue.async { [self] in writeWaiting() } }
  }

  /// Waits until the lines that came before it are written, but no longer than `limit`: a disk may not answer.
  package func flush(atMost limit: DispatchTimeInterval) {
    guard waiting.withLock(\.isBeingWritten) else { return }
    let isWritten = DispatchSemaphore(value: 0)
    queue.async { isWritten.signal() }
    _ = isWritten.wait(timeout: .now() + limit)
  }

  private func writeWaiting() {
    while let (lines, lost) = takeWaiting() {
      let process = getpid()
      writer.withLock { writer in
        for line in lines { writer.write(line.written(by: process)) }
        guard lost > 0 else { return }
        writer.write(LogLine(.warning, module: "Log", "\(lost) lines came too fast").written(by: process))
      }
    }
  }

  /// What waits; nil, and the end of writing, where nothing does.
  private func takeWaiting() -> (lines: [LogLine], lost: Int)? {
    waiting.withLock { waiting in
      guard !waiting.lines.isEmpty else {
        waiting.isBeingWritten = false
        return nil
      }
      defer { waiting = Waiting(isBeingWritten: true) }
      return (waiting.lines, waiting.lost)
    }
  }
}

/// Writes to the end of the current file. What fails is left out: there is no other place to tell it.
private struct LogWriter: ~Copyable {
  private let path: String
  private let limits: LogFile.Limits
  private let makeFolder: @Sendable () -> Bool
  /// The open file; nil where there is none.
  private var descriptor: Int32?
  /// The disk took only a part of the last line.
  private var endsWithinLine = false

  init(path: String, limits: LogFile.Limits, makeFolder: @escaping @Sendable () -> Bool) {
    self.path = path
    self.limits = limits
    self.makeFolder = makeFolder
  }

  deinit { if let descriptor { close(descriptor) } }

  mutating func write(_ line: String) {
    let bytes = Array(((endsWithinLine ? "\n" : "") + line + "\n").utf8)
    guard let descriptor = descriptor(for: bytes.count) else { return }
    let written = Glibc.write(descriptor, bytes, bytes.count)
    if written > 0 { endsWithinLine = written < bytes.count }
  }

  /// The file that has room for so many bytes, opened; nil where there is none.
  private mutating func descriptor(for count: Int) -> Int32? {
    // Twice: the second time for the new file.
    for _ in 0..<2 {
      guard let (open, size) = current() else { return nil }
      if size == 0 || size + count <= limits.size { return open }
      // Where another program renames it just now, the line still belongs to it.
      guard flock(open, LOCK_EX | LOCK_NB) == 0 else { return open }
      defer { flock(open, LOCK_UN) }
      if size == sizeAtPath(of: open), !rotate() { return nil }
    }
    return nil
  }

  /// The file at the path and its size, opened anew where another program has put a new one there.
  private mutating func current() -> (descriptor: Int32, size: Int)? {
    if let descriptor, let size = sizeAtPath(of: descriptor) { return (descriptor, size) }
    if let descriptor { close(descriptor) }
    descriptor = opened()
    return descriptor.flatMap { descriptor in
      Self.status(descriptor).map { (descriptor, Int($0.st_size)) }
    }
  }

  /// The size of an open file; nil where it is not the one at the path any more.
  private func sizeAtPath(of descriptor: Int32) -> Int? {
    var there = stat()
    guard stat(path, &there) == 0, let open = Self.status(descriptor), open.st_ino == there.st_ino,
      open.st_dev == there.st_dev
    else { return nil }
    return Int(there.st_size)
  }

  private func opened() -> Int32? {
    // A pipe with nobody at its other end would hold us up.
    let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    var result = open(path, flags, 0o600)
    if result < 0, errno == ENOENT, makeFolder() { result = open(path, flags, 0o600) }
    guard result >= 0 else { return nil }
    guard let status = Self.status(result), status.st_mode & S_IFMT == S_IFREG else {
      close(result)
      return nil
    }
    if status.st_mode & 0o077 != 0 { fchmod(result, 0o600) }
    return result
  }

  /// Gives each file the next name, the last one goes; false where that is not possible.
  private func rotate() -> Bool {
    for number in stride(from: limits.formerFiles - 1, to: 0, by: -1) {
      rename("\(path).\(number)", "\(path).\(number + 1)")
    }
    return rename(path, "\(path).1") == 0
  }

  private static func status(_ descriptor: Int32) -> stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }
}
