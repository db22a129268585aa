import Foundation
import Wording

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
    "--tag", "--untag", "--source", "--label", "--since", "--until", "--limit", "--span", "--bucket", "--by", "--and",
    "--format", "--output", "--exec", "--jobs",
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

// MARK: - What the parser of arguments answers

/// What is wrong with a command line, read from the sentence of the parser of arguments: its errors themselves are not public.
enum UsageMistake: Equatable {
  case unknownOption(String, meant: String?)
  case missingValue(of: String)
  case needlessValue(of: String, String)
  case surplus([String])
  case missing(String)
  case badValue(String, of: String, allowed: [String])
  case contradiction(String, String)
  case missingSubcommand
  /// A sentence that is none of these.
  case other(String)

  init(_ sentence: String) {
    self = Self.forms.lazy.compactMap { $0(sentence) }.first ?? .other(sentence)
  }

  func message(_ words: Words) -> String {
    switch self {
    case .unknownOption(let option, let meant): words.usageUnknownOption(option, meant: meant)
    case .missingValue(let option): words.usageMissingValue(option)
    case .needlessValue(let option, let value): words.usageNeedlessValue(option, value)
    case .surplus(let arguments): words.usageSurplus(arguments)
    case .missing(let argument): words.usageMissing(argument)
    case .badValue(let value, let option, let allowed): words.usageBadValue(value, of: option, allowed: allowed)
    case .contradiction(let one, let other): words.usageContradiction(one, other)
    case .missingSubcommand: words.usageMissingSubcommand
    case .other(let sentence): words.usageOther(sentence)
    }
  }
}

extension UsageMistake {
  private typealias Form = @Sendable (String) -> UsageMistake?

  private static let forms: [Form] = [
    { sentence in
      sentence.between("Unknown option '", "'. Did you mean '", "'?").map { .unknownOption($0.0, meant: $0.1) }
        ?? sentence.between("Unknown option '", "'").map { .unknownOption($0, meant: nil) }
    },
    { $0.between("Missing value for '", "'").map { .missingValue(of: $0.withoutValueName) } },
    {
      $0.between("The option '", "' does not take any value, but '", "' was specified.")
        .map { .needlessValue(of: $0.0, $0.1) }
    },
    { sentence in
      sentence.between("Unexpected argument '", "'").map { .surplus([$0]) }
        ?? sentence.range(of: " unexpected arguments: '")
        .flatMap { String(sentence[$0.upperBound...]).between("", "'") }.map {
          .surplus($0.split(separator: "', '").map(String.init))
        }
    },
    { $0.between("Missing expected argument '", "'").map { .missing($0) } },
    { sentence in
      let parts = sentence.split(separator: ". Please provide one of ", maxSplits: 1).map(String.init)
      guard let (value, option) = parts.first?.between("The value '", "' is invalid for '", "'") else { return nil }
      let allowed = parts.dropFirst().joined().split(separator: "'").map(String.init).filter {
        $0.allSatisfy(\.isLetter)
      }
      return .badValue(value, of: option.withoutValueName, allowed: allowed)
    },
    {
      $0.between("Value to be set with flag '", "' had already been set with flag '", "'")
        .map { .contradiction($0.1, $0.0) }
    },
    { $0 == "Missing required subcommand." ? .missingSubcommand : nil },
  ]
}

extension String {
  /// What stands between two texts, of which one begins and the other ends this.
  fileprivate func between(_ start: String, _ end: String) -> String? {
    guard hasPrefix(start), hasSuffix(end), count >= start.count + end.count else { return nil }
    return String(dropFirst(start.count).dropLast(end.count))
  }

  /// What stands at two places between three texts. A text in the middle that is there twice belongs to what was typed, which is before it.
  fileprivate func between(_ start: String, _ middle: String, _ end: String) -> (String, String)? {
    guard let inner = between(start, end), let split = inner.range(of: middle, options: .backwards) else { return nil }
    return (String(inner[..<split.lowerBound]), String(inner[split.upperBound...]))
  }

  /// `--limit` of `--limit <number>`; an argument has nothing but its name, `<place>`.
  fileprivate var withoutValueName: String { split(separator: " ").first.map(String.init) ?? self }
}
