import Synchronization

/// The program's log: what failed while the program went on, and what may explain it later.
///
/// An error can be met anywhere, deep below any caller that could hand a log down, so one log serves the whole process. Only the
/// program's start turns it on, once. In tests it is off: they run in parallel in one process and would read each other's lines.
/// A test that looks at lines collects those of its own task in `taskSink`.
///
/// Nothing here throws or waits for the disk, so any thread may log, the drawing one too. Where nothing is kept, a call costs two
/// looks and no text is made.
package enum Log {
  /// Takes the lines of a task in place of the process's log, whatever their level.
  @TaskLocal package static var taskSink: (any LogSink)?

  private enum State {
    case off
    /// Until the settings name the file and the level, lines wait.
    case waiting([LogLine])
    case writing(LogFile)
    case ended
  }

  private static let state = Mutex(State.off)
  /// The rank of the least severe level that is kept; below that of any level while the log is off.
  private static let threshold = Atomic(-1)
  /// Lines that wait for the settings at most.
  private static let waitingLimit = 100

  // MARK: - Lines

  /// Something that the user wanted did not happen, or data may be lost.
  package static func error(
    _ text: @autoclosure () -> String, _ error: (any Error)? = nil, origin: String = #fileID
  ) { log(.error, text(), error, origin) }

  /// Something failed that the program made up for, or can do without.
  package static func warning(
    _ text: @autoclosure () -> String, _ error: (any Error)? = nil, origin: String = #fileID
  ) { log(.warning, text(), error, origin) }

  /// What the program did, in a few lines a run.
  package static func info(
    _ text: @autoclosure () -> String, _ error: (any Error)? = nil, origin: String = #fileID
  ) { log(.info, text(), error, origin) }

  /// What helps to find a mistake of the program.
  package static func debug(
    _ text: @autoclosure () -> String, _ error: (any Error)? = nil, origin: String = #fileID
  ) { log(.debug, text(), error, origin) }

  /// Runs `body`. What it throws is logged and becomes nil.
  ///
  /// - Parameters:
  ///   - aim: what is tried, as it follows "cannot": "close the store".
  ///   - level: the weight of a failure.
  @discardableResult
  package static func attempt<Success>(
    _ aim: @autoclosure () -> String, _ level: LogLevel = .warning, origin: String = #fileID,
    _ body: () throws -> Success
  ) -> Success? {
    do {
      return try body()
    } catch {
      log(level, "cannot " + aim(), error, origin)
      return nil
    }
  }

  private static func log(
    _ level: LogLevel, _ text: @autoclosure () -> String, _ error: (any Error)?, _ origin: String
  ) {
    if let sink = taskSink {
      sink.write(LogLine(level, module: module(of: origin), text(), error))
    } else if level.rank <= threshold.load(ordering: .relaxed) {
      store(LogLine(level, module: module(of: origin), text(), error))
    }
  }

  /// The module of a `#fileID`, `Module/File.swift`.
  private static func module(of origin: String) -> Substring { origin.prefix { $0 != "/" } }

  private static func store(_ line: LogLine) {
    state.withLock { state in
      switch state {
      case .off, .ended: break
      case .waiting(let lines):
        if lines.count < waitingLimit { state = .waiting(lines + [line]) }
      case .writing(let file): file.write(line)
      }
    }
  }

  // MARK: - A run of the program

  /// Begins the log of this process. Lines wait until `keep(in:from:)` says where they go.
  package static func begin() {
    state.withLock { state in
      guard case .off = state else { return }
      state = .waiting([])
      threshold.store(LogLevel.debug.rank, ordering: .relaxed)
    }
  }

  /// Writes lines of `level` and of more weight to a file, first those that wait. Does nothing without a `begin` before it, and
  /// nothing the second time.
  package static func keep(in file: @autoclosure () -> LogFile, from level: LogLevel) {
    state.withLock { state in
      guard case .waiting(let lines) = state else { return }
      let file = file()
      for line in lines where line.level.rank <= level.rank { file.write(line) }
      state = .writing(file)
      threshold.store(level.rank, ordering: .relaxed)
    }
  }

  /// Ends the log: lines that wait for the disk are written, for at most a second.
  package static func end() {
    let last = state.withLock { state in
      defer { state = .ended }
      threshold.store(-1, ordering: .relaxed)
      return state
    }
    if case .writing(let file) = last { file.flush(atMost: .seconds(1)) }
  }
}

/// Takes lines of the log.
package protocol LogSink: Sendable {
  func write(_ line: LogLine)
}
