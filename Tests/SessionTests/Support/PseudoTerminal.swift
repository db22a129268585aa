import Glibc
import Terminal
import TextBasics

/// A pseudo-terminal with a virtual one on its far side, on which a test runs a program as a person would.
final class PseudoTerminal {
  enum Failure: Error { case cannotOpen, cannotSpawn(Int32) }

  enum Exit: Equatable {
    case code(Int32)
    case signal(Int32)
  }

  /// The end that programs take for their terminal.
  let programSide: Int32
  /// Where another process can open that end.
  let programSidePath: String
  private(set) var screen: VirtualTerminal
  /// All that has come from the program.
  private(set) var rawBytes: [UInt8] = []
  private let testSide: Int32
  private var process: pid_t?
  private var exit: Exit?

  init(size: Size = Size(width: 80, height: 24), widths: ColumnWidths = ColumnWidths()) throws {
    var window = Self.window(size)
    var ends: (test: Int32, program: Int32) = (-1, -1)
    var path = [CChar](repeating: 0, count: 128)
    guard openpty(&ends.test, &ends.program, nil, nil, &window) == 0,
      ttyname_r(ends.program, &path, path.count) == 0, let programSidePath = Self.string(path)
    else { throw Failure.cannotOpen }
    self.programSidePath = programSidePath
    for end in [ends.test, ends.program] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (testSide, programSide) = (ends.test, ends.program)
    screen = VirtualTerminal(size: size, widths: widths)
  }

  deinit {
    if let process, exit == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(testSide)
    close(programSide)
  }

  /// Starts a program with this terminal as its controlling one.
  ///
  /// - Parameter environment: all of it; `TERM` is `xterm-256color` and `LANG` is `C.UTF-8` where they are missing.
  func spawn(_ path: String, _ arguments: [String] = [], environment: [String: String] = [:]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the leader of a session opens becomes its controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, programSidePath, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Tests run on threads that block most signals, which a program would inherit.
    var noSignals = sigset_t()
    sigemptyset(&noSignals)
    posix_spawnattr_setsigmask(&attributes, &noSignals)
    // 0x80 is POSIX_SPAWN_SETSID, which the Glibc module does not have.
    posix_spawnattr_setflags(&attributes, Int16(0x80 | POSIX_SPAWN_SETSIGMASK))

    let standard = BuiltProgram.environment(["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    let environment = standard.merging(environment) { _, new in new }
    let argumentPointers = ([path] + arguments).map { strdup($0) }
    let environmentPointers = environment.map { strdup("\($0)=\($1)") }
    defer { (argumentPointers + environmentPointers).forEach { free($0) } }
    var pid: pid_t = 0
    let status = posix_spawn(
      &pid, path, &actions, &attributes, argumentPointers + [nil], environmentPointers + [nil])
    guard status == 0 else { throw Failure.cannotSpawn(status) }
    process = pid
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) { _ = write(testSide, bytes, bytes.count) }

  func send(signal: Int32) {
    if let process, exit == nil { kill(process, signal) }
  }

  /// Changes the size; the program's group gets SIGWINCH.
  func resize(to size: Size) {
    drain()
    screen.resize(to: size)
    var window = Self.window(size)
    _ = ioctl(testSide, UInt(TIOCSWINSZ), &window)
  }

  /// How long a test waits for what must come: long, as only a failure takes it, and a machine at work on much else is slow.
  static let patience = Duration.seconds(60)

  /// Takes in what the program writes until the screen is as wanted.
  ///
  /// - Returns: false where it is not so in time, nor when the program has ended.
  func wait(
    _ timeout: Duration = PseudoTerminal.patience, until isAsWanted: (VirtualTerminal) -> Bool
  ) -> Bool {
    let deadline = ContinuousClock.now + timeout
    while !isAsWanted(screen) {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, takeIn(within: left) else { return isAsWanted(screen) }
    }
    return true
  }

  /// Takes in what the program writes until it has been silent for a while; returns what came.
  @discardableResult
  func settle(_ silence: Duration = .milliseconds(50)) -> [UInt8] {
    let start = rawBytes.count
    while takeIn(within: silence) {}
    return Array(rawBytes[start...])
  }

  /// Takes in what has come already.
  private func drain() {
    while takeIn(within: .zero) {}
  }

  /// Takes in the next bytes; false where none come in time.
  private func takeIn(within timeout: Duration) -> Bool {
    var request = pollfd(fd: testSide, events: Int16(POLLIN), revents: 0)
    let (seconds, attoseconds) = timeout.components
    let milliseconds = Int32(clamping: seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    guard poll(&request, 1, milliseconds) > 0, request.revents & Int16(POLLIN) != 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(testSide, &bytes, bytes.count)
    guard count > 0 else { return false }
    rawBytes += bytes[..<count]
    screen.feed(bytes[..<count])
    let answers = screen.takeAnswers()
    if !answers.isEmpty { send(answers) }
    return true
  }

  /// Waits for the end of the program; nil where it has not ended in time.
  func waitForExit(_ timeout: Duration = PseudoTerminal.patience) -> Exit? {
    guard let process, exit == nil else { return exit }
    let deadline = ContinuousClock.now + timeout
    var status: Int32 = 0
    // A program that writes its last words must not wait for us.
    while waitpid(process, &status, WNOHANG) == 0 {
      guard ContinuousClock.now < deadline else { return nil }
      _ = takeIn(within: .milliseconds(5))
    }
    drain()
    let signal = status & 0x7F
    exit = signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
    return exit
  }

  /// Whether the terminal hands over lines and echoes, as a shell expects to find it.
  var isSane: Bool {
    var modes = termios()
    guard tcgetattr(programSide, &modes) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return modes.c_lflag & wanted == wanted
  }

  private static func string(_ characters: [CChar]) -> String? {
    String(validating: characters.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func window(_ size: Size) -> winsize {
    winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
  }
}
