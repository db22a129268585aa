import Dispatch
import Foundation
import Glibc
import NewsModel
import Synchronization
import Testing

@testable import App

/// What goes to an output that no person reads.
func written(_ body: (inout Output) throws -> Void) throws -> String {
  let path = FileManager.default.temporaryDirectory.path + "/newstape-output-\(UUID().uuidString)"
  let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  try #require(descriptor >= 0)
  defer {
    close(descriptor)
    unlink(path)
  }
  var output = Output(descriptor: descriptor)
  try body(&output)
  try output.flush()
  return try String(contentsOfFile: path, encoding: .utf8)
}

/// What goes to a terminal of so many columns.
func shown(columns: Int = 80, _ body: (inout Output) throws -> Void) throws -> String {
  var (terminal, program): (Int32, Int32) = (-1, -1)
  var size = winsize(ws_row: 24, ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
  try #require(openpty(&terminal, &program, nil, nil, &size) == 0)
  defer { close(terminal) }
  var modes = termios()
  // Bytes come through as they are written.
  tcgetattr(program, &modes)
  cfmakeraw(&modes)
  tcsetattr(program, TCSANOW, &modes)
  let bytes = Mutex<[UInt8]>([])
  let screen = terminal
  let reader = DispatchGroup()
  DispatchQueue.global().async(group: reader) {
    var piece = [UInt8](repeating: 0, count: 4_096)
    while case let count = read(screen, &piece, piece.count), count > 0 {
      bytes.withLock { $0 += piece[..<count] }
    }
  }
  do {
    defer {
      // The reader meets the end when nobody writes any more.
      close(program)
      reader.wait()
    }
    var output = Output(descriptor: program)
    try body(&output)
    try output.flush()
  }
  return String(decoding: bytes.withLock(\.self), as: UTF8.self)
}

extension Setup {
  /// What a command writes that is called in this setup, where no terminal is.
  ///
  /// - Throws: what the command line would report and end with.
  func call(_ arguments: String...) throws -> String { try call(arguments) }

  func call(_ arguments: [String]) throws -> String {
    let command = try NewstapeCommand.parseAsRoot(QueryArguments.disguised(arguments))
    let called = try #require(command as? any ProgramCommand)
    return try written { output in try explainingErrors { try called.run(self, &output) } }
  }

  /// How a command refuses to go on.
  func refusal(of arguments: String...) throws -> CommandFailure {
    let command = try NewstapeCommand.parseAsRoot(QueryArguments.disguised(arguments))
    let called = try #require(command as? any ProgramCommand)
    return try #require(throws: CommandFailure.self) {
      try written { output in try explainingErrors { try called.run(self, &output) } }
    }
  }
}

extension String {
  /// Its lines, without the empty one at the end.
  var lines: [String] {
    var lines = split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Every line as the JSON object that it must be.
  var objects: [[String: Any]] {
    get throws { try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) } }
  }
}
