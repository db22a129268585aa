import Glibc

/// Starts the program as somebody for whom write protection counts: root may write everything.
enum Unprivileged {
  /// What is put before the program; nil where it cannot be started so.
  static let launcher: [String]? = {
    guard geteuid() == 0 else { return [] }
    let setpriv = "/usr/bin/setpriv"
    let launcher = [setpriv, "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    guard access(setpriv, X_OK) == 0, let program = BuiltProgram.path else { return nil }
    return isReachable(program) ? launcher : nil
  }()

  /// Whether all may run a program: it and the folders that lead to it.
  private static func isReachable(_ program: String) -> Bool {
    var path = program
    while !path.isEmpty {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & 0o001 != 0 else { return false }
      path = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }
    return true
  }
}
