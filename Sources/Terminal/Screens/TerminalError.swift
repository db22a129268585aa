/// Why there is no screen.
package enum TerminalError: Error, Sendable, Equatable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The system has no description of any terminal that would do, or it is a dumb one; the names that were tried.
  case unknownTerminal([String])
  /// The process has a screen already.
  case alreadyOpen
}
