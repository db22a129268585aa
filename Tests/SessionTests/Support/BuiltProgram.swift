import Glibc

/// Finds the program that was built together with the tests.
enum BuiltProgram {
  /// The path of `newstape`; nil where it has not been built.
  static let path: String? = released ?? candidates.first { access($0, X_OK) == 0 }

  /// Whether it is one of a release build, which is fast enough for inputs of full size (`make hostile`, `make torture`).
  static let isReleased = released != nil

  /// The environment of a program under test: with it go the options that say how sanitizers report (`make sanitize`).
  static func environment(_ own: [String: String]) -> [String: String] {
    own.merging(sanitizerOptions) { own, _ in own }
  }

  /// Whether it takes many times the memory and time that it takes else.
  static let isSanitized = !sanitizerOptions.isEmpty

  private static let sanitizerOptions: [String: String] = {
    var options: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "TSAN_OPTIONS"] { options[name] = variable(name) }
    return options
  }()

  private static let released = variable("NEWSTAPE_RELEASE")

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

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
