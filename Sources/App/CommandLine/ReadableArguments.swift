/// Lets terms of a query that begin with a minus, such as `-tag:IPO`, pass the parser of arguments, which takes them for
/// options.
///
/// On their way they carry the query language's other minus, the full-width one. All keep their order, which `OR` needs.
enum QueryArguments {
  /// The commands whose operands are a query.
  static let commands: Set<String> = [
    "list", "search", "tags", "sources", "stats", "mark", "saved", "rules", "export", "watch",
  ]
  /// Their options with a value, which may begin with a minus, too.
  static let valuedOptions: Set<String> = [
    "--tag", "--untag", "--source", "--label", "--since", "--until", "--limit", "--span", "--format",
    "--output", "--exec", "--jobs",
  ]

  private static let minus: Character = "-"
  private static let wideMinus: Character = "－"

  /// The arguments with the minus of terms disguised. The subcommand must stand first.
  static func disguised(_ arguments: [String]) -> [String] {
    guard let command = arguments.first, commands.contains(command) else { return arguments }
    let end = arguments.firstIndex { $0 == "--" || $0 == "--exec" } ?? arguments.endIndex
    return arguments.indices.map { index in
      let argument = arguments[index]
      let isValue = index > 0 && (valuedOptions.contains(arguments[index - 1]) || isGlobal(arguments[index - 1]))
      let isTerm = argument.count > 1 && argument.first == minus && !argument.hasPrefix("--") && argument != "-h"
      return index < end && isTerm && !isValue ? String(wideMinus) + argument.dropFirst() : argument
    }
  }

  private static func isGlobal(_ option: String) -> Bool { ArgumentOrder.valued.contains(option) }

  /// The text of a query that was given as several operands.
  static func text(_ operands: [String]) -> String {
    operands.map { $0.first == wideMinus ? String(minus) + $0.dropFirst() : $0 }.joined(separator: " ")
  }
}

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

/// Lets an option have an empty value behind its equals sign, as scripts write it that have nothing to say: `--url=`.
enum EmptyValues {
  /// Puts such values into arguments of their own; the parser of arguments would take the next argument instead.
  static func separated(_ arguments: [String]) -> [String] {
    // What stands behind `--` are operands.
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    var result: [String] = []
    for argument in arguments[..<end] {
      if isEmptyValue(argument) {
        result += [String(argument.dropLast()), ""]
      } else {
        result.append(argument)
      }
    }
    return result + arguments[end...]
  }

  private static func isEmptyValue(_ argument: String) -> Bool {
    guard argument.hasPrefix("--"), argument.utf8.count > 3 else { return false }
    return argument.utf8.firstIndex(of: UInt8(ascii: "=")) == argument.utf8.indices.last
  }
}
