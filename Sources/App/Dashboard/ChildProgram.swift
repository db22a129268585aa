import Foundation
import NewsModel

/// Another program, started by an argument vector: no shell is between.
struct ChildProgram {
  enum Failure: Error, Equatable {
    /// It is in none of the folders.
    case notFound(String)
    case cannotStart(String, SystemProblem)
  }

  enum Status: Equatable {
    case code(Int)
    case signal(Int)
  }

  /// How a program beside the screen ended.
  struct Ended {
    var status: Status
    var output: [UInt8] = []
    /// What it wrote to standard error.
    var complaints: [UInt8] = []
    /// It wrote more than was taken.
    var isCut = false
    /// It was ended because its time was over.
    var isLate = false
    /// It was ended because nobody waits for it any more.
    var isStopped = false
  }

  /// What a program may take.
  struct Limits {
    var time: Duration
    var output: Int
    static let complaints = 8 << 10
  }

  /// Where the program lies.
  private let path: String
  /// Its name and its arguments.
  private let command: [String]

  /// - Parameter searchPath: the folders in which a program without a path is looked for, as in `PATH`.
  init(_ command: [String], searchPath: String) throws(Failure) {
    guard let name = command.first, let path = Self.find(name, in: searchPath) else {
      throw .notFound(command.first ?? "")
    }
    self.path = path
    self.command = command
  }

  /// Where a program lies: itself where its name is a path, else in one of the folders of `PATH`.
  static func find(_ name: String, in searchPath: String) -> String? {
    let folders = name.contains("/") ? [""] : searchPath.split(separator: ":").map { $0 + "/" }
    return folders.map { $0 + name }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs it in the terminal, among the processes of this program: ^Z stops both. Returns when it has ended.
  ///
  /// - Parameter input: its standard input; nil is the terminal.
  func runInTerminal(input: Int32?) throws(Failure) -> Status {
    let process = try spawn([input ?? STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO], inOwnGroup: false)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return Self.status(status)
  }

  /// Runs it beside the screen, and takes what it writes. What it leaves running in the background goes on.
  ///
  /// - Parameters:
  ///   - limits: what is over them ends it.
  ///   - isStopped: asked some times a second; true ends it.
  func run(input: Int32, _ limits: Limits, isStopped: () -> Bool) throws(Failure) -> Ended {
    let output = try makePipe()
    defer { close(output.reading) }
    let complaints = try makePipe(closing: [output.writing])
    defer { close(complaints.reading) }
    let process: pid_t
    do {
      defer { for end in [output.writing, complaints.writing] { close(end) } }
      process = try spawn([input, output.writing, complaints.writing], inOwnGroup: true)
    }
    return Self.watch(process, output.reading, complaints.reading, limits, isStopped)
  }

  /// - Parameter closing: what is to be closed where there can be none.
  private func makePipe(closing: [Int32] = []) throws(Failure) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      let code = errno
      for end in closing { close(end) }
      throw .cannotStart(command[0], SystemProblem(code: code))
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private func spawn(_ descriptors: [Int32], inOwnGroup: Bool) throws(Failure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, descriptor) in descriptors.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What is ignored here would be ignored there.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let group = inOwnGroup ? POSIX_SPAWN_SETPGROUP : 0
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | group))

    let arguments = command.map { strdup($0) }
    let environment = ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") }
    defer { (arguments + environment).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, arguments + [nil], environment + [nil])
    guard code == 0 else { throw .cannotStart(command[0], SystemProblem(code: code)) }
    return process
  }

  private static func status(_ status: Int32) -> Status {
    let signal = status & 0x7F
    return signal == 0 ? .code(Int((status >> 8) & 0xFF)) : .signal(Int(signal))
  }
}

// MARK: - Watching

extension ChildProgram {
  /// Between being asked to end and being ended.
  private static let grace = Duration.seconds(1)

  private static func watch(
    _ process: pid_t, _ output: Int32, _ complaints: Int32, _ limits: Limits, _ isStopped: () -> Bool
  ) -> Ended {
    var ended = Ended(status: .code(0))
    var deadline = ContinuousClock.now + limits.time
    var signal = SIGTERM
    var descriptors = [output, complaints].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // Those that hold an end of the pipe in the background must not be waited for.
    for descriptor in descriptors { _ = fcntl(descriptor.fd, F_SETFL, O_NONBLOCK) }
    func take() {
      if !read(&descriptors[0], into: &ended.output, limit: limits.output) { ended.isCut = true }
      _ = read(&descriptors[1], into: &ended.complaints, limit: Limits.complaints)
    }
    while true {
      poll(&descriptors, nfds_t(descriptors.count), 20)
      // It may have written before it ended, never after.
      var status: Int32 = 0
      let hasEnded = waitpid(process, &status, WNOHANG) != 0
      take()
      if hasEnded {
        ended.status = Self.status(status)
        return ended
      }
      let isLate = ContinuousClock.now >= deadline
      let isUnwanted = !ended.isStopped && isStopped()
      if signal == SIGTERM {
        guard isLate || isUnwanted || ended.isCut else { continue }
        ended.isLate = isLate
        ended.isStopped = isUnwanted
      } else if !isLate {
        continue
      }
      kill(-process, signal)
      deadline = .now + grace
      signal = SIGKILL
    }
  }

  /// Takes what has come; false where it is more than the limit.
  private static func read(_ descriptor: inout pollfd, into bytes: inout [UInt8], limit: Int) -> Bool {
    guard descriptor.fd >= 0 else { return true }
    var piece = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = Foundation.read(descriptor.fd, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      // At its end `poll` would return at once.
      if count == 0 { descriptor.fd = -1 }
      guard count > 0 else { return true }
      let room = limit - bytes.count
      bytes += piece[..<min(room, count)]
      if count > room {
        descriptor.fd = -1
        return false
      }
    }
  }
}
