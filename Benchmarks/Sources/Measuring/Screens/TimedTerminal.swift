internal import Glibc
internal import Terminal

/// A program on a real pseudo-terminal, timed from the byte written to the last byte of what it shows.
public final class TimedTerminal {
  /// Every piece that was read, with when.
  struct Piece {
    /// Milliseconds since the byte was written, or since the program was started.
    var time: Double
    var bytes: [UInt8]
  }

  static let size = Size(width: 120, height: 40)

  public let program: SpawnedProgram
  private let descriptor: Int32
  private var screen = VirtualTerminal(size: TimedTerminal.size)
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var isOpen = true

  init(_ path: String, _ arguments: [String], environment: [String: String]) throws(MeasuringError) {
    var window = winsize(
      ws_row: UInt16(Self.size.height), ws_col: UInt16(Self.size.width), ws_xpixel: 0, ws_ypixel: 0)
    var name = [CChar](repeating: 0, count: 128)
    var own: Int32 = -1
    var programs: Int32 = -1
    guard openpty(&own, &programs, nil, nil, &window) == 0, ttyname_r(programs, &name, name.count) == 0,
      let device = String(validating: name.prefix { $0 != 0 }, as: UTF8.self)
    else { throw .noTerminal }
    _ = fcntl(own, F_SETFD, FD_CLOEXEC)
    defer { Glibc.close(programs) }
    descriptor = own
    program = try SpawnedProgram(
      path, arguments, environment: environment, input: .file(device, flags: O_RDWR), output: .descriptor(0),
      errors: .descriptor(0))
  }

  deinit { close() }

  /// The rows that stand on the screen, without trailing blanks.
  public var lines: [String] { screen.lines }

  /// What was shown since the start of the program.
  ///
  /// - Parameter quiet: how long nothing has to come for it to be over, in milliseconds.
  public func readStart(quiet: Int32) -> Recording { record(since: program.started, quiet: quiet) }

  /// Writes keys and takes in what they change.
  ///
  /// - Parameter quiet: how long nothing has to come for it to be over, in milliseconds.
  public func press(_ keys: String, quiet: Int32 = 30) -> Recording {
    let bytes = Array(keys.utf8)
    let start = ContinuousClock.now
    _ = write(descriptor, bytes, bytes.count)
    return record(since: start, quiet: quiet)
  }

  /// Ends the program and waits for it.
  @discardableResult
  public func close() -> SpawnedProgram.Usage? {
    guard isOpen else { return nil }
    isOpen = false
    program.end()
    // A program that writes its last words must not wait for us.
    _ = record(since: .now, quiet: 50)
    let usage = program.wait()
    Glibc.close(descriptor)
    return usage
  }

  private func record(since start: ContinuousClock.Instant, quiet: Int32) -> Recording {
    var pieces: [Piece] = []
    while true {
      // The first byte may take long, where something slow was asked for.
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, pieces.isEmpty ? max(quiet, Self.patience) : quiet) > 0 else { break }
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      pieces.append(
        Piece(time: start.duration(to: .now).milliseconds, bytes: Array(buffer[..<count])))
    }
    let before = screen
    for piece in pieces { screen.feed(piece.bytes) }
    return Recording(pieces: pieces, before: before, after: screen)
  }

  /// How long to wait for the first byte, in milliseconds.
  private static let patience: Int32 = 3_000
}
