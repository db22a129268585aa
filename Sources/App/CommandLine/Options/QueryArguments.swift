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
