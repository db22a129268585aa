import Foundation
import Glibc
import Testing

/// A run of the built program in a process of its own, with what it cost.
struct MeasuredRun {
  var status: Int32
  var output: String
  /// User and system time, which other programs on the machine do not change.
  var seconds: Double
  /// The most memory that it held at one time.
  var peakBytes: Int

  /// Whether inputs have their full size; the program of a debug build gets smaller ones.
  static let isFull = BuiltProgram.isReleased
  /// What a hostile input may cost.
  static let mostSeconds = BuiltProgram.isSanitized ? .infinity : isFull ? 2.0 : 12.0
  static let mostBytes = BuiltProgram.isSanitized ? .max : 150 << 20

  /// Starts the program and waits for its end.
  init(_ arguments: [String], home: String) throws {
    let program = try #require(BuiltProgram.path, "newstape has not been built")
    let path = "\(home)/output-\(UUID().uuidString)"
    defer { unlink(path) }
    let child = try Self.start(
      [program] + arguments, output: path,
      environment: BuiltProgram.environment([
        "HOME": home, "LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai", "PATH": "/usr/bin:/bin",
        "NEWSTAPE_DATA": CommandLineRun.checkout,
      ]))
    var (wait, usage) = (Int32(0), rusage())
    var peak = 0
    // The peak that `rusage` gives begins with that of the parent, so the child's own is looked at while it lives.
    while wait4(child, &wait, WNOHANG, &usage) == 0 {
      peak = max(peak, Self.peak(of: child))
      usleep(2_000)
    }
    // As in <sys/wait.h>: the low bits name a signal, the next byte is the exit code.
    status = wait & 0x7f == 0 ? (wait >> 8) & 0xff : -(wait & 0x7f)
    seconds = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    peakBytes = peak
    output = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  private static func start(_ arguments: [String], output: String, environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let words = arguments.map { strdup($0) } + [nil]
    let values = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + values { free(pointer) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, arguments[0], &actions, nil, words, values)
    try #require(code == 0, "cannot start \(arguments[0]): \(code)")
    return child
  }

  private static func peak(of child: pid_t) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(separator: " ").dropFirst().first?.split(separator: "\t").last.flatMap({ Int($0) })
    else { return 0 }
    return kilobytes << 10
  }

  private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }
}
