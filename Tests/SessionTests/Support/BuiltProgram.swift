import Glibc

/// Finds the program that was built together with the tests.
enum BuiltProgram {
  /// The path of `newstape`; nil where it has not been built.
  static let path: String? = candidates.first { access($0, X_OK) == 0 }

  private static var candidates: [String] {
    // The tests run from the folder of the build's products: the bundle is in it, and `/proc/self/exe` is the bundle.
    let folders = [executable, CommandLine.arguments.first].compactMap { $0 }.map(parent)
    let checkout = parent(parent(parent(parent(#filePath))))
    return (folders + ["\(checkout)/.build/debug", "\(checkout)/.build/release"]).map { "\($0)/newstape" }
  }

  private static var executable: String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func parent(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
