internal import Glibc

/// A program that was started, and what it used when it has ended.
public struct SpawnedProgram: Sendable {
  public let processID: Int32
  public let started: ContinuousClock.Instant

  /// Where a stream of the program leads.
  enum Stream {
    case file(String, flags: Int32)
    case descriptor(Int32)
  }

  /// Starts a program in a session of its own; the first terminal that it opens is its controlling one.
  ///
  /// - Throws: `MeasuringError.cannotStart`.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], input: Stream, output: Stream, errors: Stream
  ) throws(MeasuringError) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in [input, output, errors].enumerated() {
      switch stream {
      case .file(let path, let flags): posix_spawn_file_actions_addopen(&actions, Int32(number), path, flags, 0o600)
      case .descriptor(let descriptor): posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
      }
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // 0x80 is POSIX_SPAWN_SETSID, which the Glibc module does not have.
    posix_spawnattr_setflags(&attributes, 0x80)

    let argumentPointers = ([path] + arguments).map { strdup($0) }
    let environmentPointers = environment.map { strdup("\($0)=\($1)") }
    defer { (argumentPointers + environmentPointers).forEach { free($0) } }
    var pid: pid_t = 0
    let start = ContinuousClock.now
    let status = posix_spawn(&pid, path, &actions, &attributes, argumentPointers + [nil], environmentPointers + [nil])
    guard status == 0 else { throw .cannotStart(path, status) }
    processID = pid
    started = start
  }

  /// What a program used from its start to its end.
  public struct Usage: Sendable {
    public var wall: Duration
    /// Of user and system together, on all processors.
    public var processor: Duration
    /// The exit code; negative the signal that ended it.
    public var status: Int
  }

  /// Waits for the end.
  public func wait() -> Usage {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(processID, &status, 0, &usage) < 0, errno == EINTR {}
    let wall = started.duration(to: .now)
    let signal = Int(status & 0x7F)
    return Usage(
      wall: wall, processor: Duration(usage.ru_utime) + Duration(usage.ru_stime),
      status: signal == 0 ? Int(status >> 8 & 0xFF) : -signal)
  }

  /// Waits for the end; also tells the most memory that it held, in bytes, as far as a look every 10 ms saw.
  public func waitWatchingMemory() -> (usage: Usage, peakMemory: Int) {
    var peak = 0
    // What has ended and is not waited for yet holds none.
    while case let now = peakMemory, now > 0 {
      peak = max(peak, now)
      usleep(10_000)
    }
    return (wait(), peak)
  }

  /// The most memory that it has held so far, in bytes, with what it has read of mapped files; 0 when it has ended.
  ///
  /// `ru_maxrss` would not do: Linux lets a program begin with the figure of the one that started it.
  public var peakMemory: Int { ProcessNumbers.read("VmHWM:", of: processID, in: "status") }

  /// The memory that it has to itself, apart from mapped files, in bytes; 0 when it has ended.
  public var privateMemory: Int { ProcessNumbers.read("Anonymous:", of: processID, in: "smaps_rollup") }

  public func end() { kill(processID, SIGTERM) }
}

extension Duration {
  fileprivate init(_ time: timeval) { self = .seconds(time.tv_sec) + .microseconds(time.tv_usec) }
}

/// Why something could not be measured.
public enum MeasuringError: Error, CustomStringConvertible {
  case cannotStart(String, Int32)
  case noTerminal
  case failed(String, status: Int, output: String)
  case noAnswer(String)

  public var description: String {
    switch self {
    case .cannotStart(let path, let code): "\(path) cannot be started: \(String(cString: strerror(code)))."
    case .noTerminal: "There is no pseudo-terminal."
    case .failed(let what, let status, let output): "\(what) ended with \(status): \(output)"
    case .noAnswer(let what): "Nothing was shown after \(what)."
    }
  }
}
