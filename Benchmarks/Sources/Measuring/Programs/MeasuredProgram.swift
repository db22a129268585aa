public import Foundation
internal import Glibc

/// The program under measurement, with all its files in a folder of its own.
public struct MeasuredProgram: Sendable {
  public let path: String
  private let environment: [String: String]

  /// - Parameters:
  ///   - home: the home folder that the program sees.
  ///   - data: the folder with themes and data.
  public init(path: String, home: URL, data: URL) {
    self.path = path
    environment = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
      "NEWSTAPE_DATA": data.path,
    ]
  }

  /// Runs a command to its end with its output in memory.
  ///
  /// - Throws: `MeasuringError` where it does not end well.
  public func run(_ arguments: [String]) throws -> (usage: SpawnedProgram.Usage, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "newstape-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let usage = try start(arguments, output: file.path).wait()
    let output = try String(contentsOf: file, encoding: .utf8)
    guard usage.status == 0 else {
      throw MeasuringError.failed(arguments.joined(separator: " "), status: usage.status, output: output)
    }
    return (usage, output)
  }

  /// Starts a command whose output goes to a file.
  public func start(_ arguments: [String], output: String) throws -> SpawnedProgram {
    try SpawnedProgram(
      path, arguments, environment: environment, input: .file("/dev/null", flags: O_RDONLY),
      output: .file(output, flags: O_WRONLY | O_CREAT | O_TRUNC), errors: .descriptor(1))
  }

  /// Starts the program on a pseudo-terminal.
  public func open(_ arguments: [String]) throws -> TimedTerminal {
    try TimedTerminal(path, arguments, environment: environment)
  }
}
