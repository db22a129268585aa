import ArgumentParser
import Foundation
import Log
import TextBasics

/// Runs a command line and turns whatever comes of it into one line and an exit code.
enum CommandRunner {
  static func run(_ arguments: [String]) -> ExitStatus {
    do {
      var command = try NewstapeCommand.parseAsRoot(Self.readable(arguments))
      try command.run()
      return .success
    } catch let status as ExitStatus {
      return status
    } catch let failure as CommandFailure {
      reportError(failure.message, details: failure.details)
      return failure.status
    } catch {
      return report(error)
    }
  }

  /// The arguments in the form that the parser of arguments understands.
  private static func readable(_ arguments: [String]) -> [String] {
    QueryArguments.disguised(ArgumentOrder.withGlobalOptionsLast(EmptyValues.separated(arguments)))
  }

  /// Writes one line to standard error, and what it is about below it.
  static func reportError(_ message: String, details: [SafeText] = []) {
    var output = Output(descriptor: STDERR_FILENO)
    output.writeLine("newstape: " + message)
    Log.attempt("write to standard error", .debug) {
      for detail in details { try output.writeLine(detail) }
      try output.flush()
    }
  }

  /// Help and version are errors to the parser of arguments, but not to us.
  private static func report(_ error: any Error) -> ExitStatus {
    guard NewstapeCommand.exitCode(for: error) != .success else {
      var output = Output()
      output.write(SafeText(lines: NewstapeCommand.fullMessage(for: error) + "\n"))
      Log.attempt("write the help") { try output.flush() }
      return .success
    }
    let message = NewstapeCommand.message(for: error).split(separator: "\n").joined(separator: " ")
    let sentence = message.hasSuffix(".") || message.hasSuffix("?") ? String(message.dropLast()) : message
    reportError("\(sentence); \(helpHint(for: error))")
    return .usage
  }

  /// Names the help of the command that was called: the parser knows it only within its usage line.
  private static func helpHint(for error: any Error) -> String {
    let lines = NewstapeCommand.fullMessage(for: error).split(separator: "\n")
    let usage = lines.first { $0.hasPrefix("Usage: ") }?.dropFirst("Usage: ".count) ?? "newstape"
    let words = usage.split(separator: " ").prefix { $0.allSatisfy { $0.isLetter } }
    return "see '\(words.joined(separator: " ")) --help'"
  }
}
