/// Lets global options stand before the subcommand as well as behind it.
enum ArgumentOrder {
  /// The global options, all of which take a value.
  static let valued: Set<String> = ["--store", "--theme", "--language", "--config", "--log-level"]

  /// Moves global options that stand before the subcommand behind it, where the parser of arguments looks for them.
  static func withGlobalOptionsLast(_ arguments: [String]) -> [String] {
    var index = 0
    while index < arguments.count, arguments[index].hasPrefix("--") {
      let name = arguments[index].prefix { $0 != "=" }
      guard valued.contains(String(name)) else { return arguments }
      index += name.count == arguments[index].count ? 2 : 1
    }
    // Nothing but options, or another option: the root command's own affair.
    guard index > 0, index < arguments.count, !arguments[index].hasPrefix("-") else { return arguments }
    let rest = arguments[index...]
    // What stands behind `--` are operands, behind `--exec` another program's arguments.
    let end = rest.firstIndex { $0 == "--" || $0 == "--exec" } ?? rest.endIndex
    return Array(rest[..<end]) + arguments[..<index] + Array(rest[end...])
  }
}
