import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// What goes on beside the screen.
enum BackgroundWork {
  /// Lets other threads go before the calling one, above all the one that draws what a key did.
  ///
  /// Linux keeps a niceness for each thread, though POSIX speaks of processes, and knows no quality of service. Only for threads of one's
  /// own: there is no way back.
  static func stepBack() {
    #if os(Linux)
      _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    #endif
  }
}
