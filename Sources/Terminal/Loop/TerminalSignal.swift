import Glibc

/// What the system or the shell asks of the program.
package enum TerminalSignal: Hashable, Sendable {
  /// Quit; with the number of the signal (a shell expects the exit code 128 + number). Also comes when the terminal is
  /// gone.
  case terminate(Int32)
  /// Stop, as ^Z does where the terminal reads it itself.
  case suspend
  /// The shell has continued the program; the screen has been repainted.
  case resume

  /// Nil for signals that say nothing more than to look at the terminal's size.
  init?(number: Int32) {
    switch number {
    case SIGTERM, SIGHUP, SIGINT: self = .terminate(number)
    case SIGTSTP: self = .suspend
    case SIGCONT: self = .resume
    default: return nil
    }
  }
}
