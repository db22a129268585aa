import Foundation
import NewsModel
import Wording

/// What is typed after `:`: the name of a command, or a word with an argument.
enum TypedCommand {
  /// What takes an argument.
  fileprivate enum Word: String, CaseIterable {
    case tag
    case source
    case label
    case title
    case company
    case since
    case until
    case asOf = "as-of"
    case theme
    case language

    init?(typed name: String) {
      if name == QueryField.asOf.chineseName { self = .asOf } else { self.init(rawValue: name) }
    }
  }

  /// All names that the command line knows, in order.
  private static let names =
    (Command.all.flatMap { [$0.name] + $0.aliases } + Word.allCases.map(\.rawValue)).sorted()

  /// The lines that begin like this one: names of commands, or lines whose arguments are known beforehand.
  static func completions(of line: String, _ presentation: Presentation) -> [String] {
    var seen = Set<String>()
    let known = line.contains(" ") ? arguments(of: line, presentation) : names
    return known.filter { $0.hasPrefix(line) && seen.insert($0).inserted }
  }

  private static func arguments(of line: String, _ presentation: Presentation) -> [String] {
    if line.hasPrefix("theme ") { return presentation.themeNames.map { "theme " + $0 } }
    if line.hasPrefix("language ") { return ["language en", "language zh-Hans"] }
    return []
  }
}

/// A place to go to, typed after `:`.
private enum Jump {
  /// `+5`, `-5`
  case by(Int)
  /// `100`: a row of the list, from 1.
  case row(Int)
  /// `2024-10-01`: the first moment after the time.
  case before(Timestamp)

  init?(_ text: String, now: Timestamp, in zone: TimeZone) {
    guard let first = text.first, first.isASCII, first.isNumber || first == "+" || first == "-" else { return nil }
    guard !Self.isCode(text) else { return nil }
    if let number = Int(text), text.count <= 10 {
      self = first.isNumber ? .row(number) : .by(number)
    } else if first.isNumber, let date = DateExpression(text, now: now, in: zone) {
      self = .before(date.range.upperBound)
    } else {
      return nil
    }
  }

  /// Six digits, or a number with a leading zero, are the code of a company.
  private static func isCode(_ text: String) -> Bool {
    text.allSatisfy { $0.isASCII && $0.isNumber } && (text.count == 6 || text.count > 1 && text.hasPrefix("0"))
  }
}

extension State {
  private mutating func go(_ jump: Jump, _ effects: inout [Effect]) {
    switch jump {
    case .by(let lines): move(.lines(lines), &effects)
    case .row(let row):
      send(.navigation(.goToNews(.feed)), &effects)
      send(.feed(.goToRow(row)), &effects)
    case .before(let end):
      send(.navigation(.goToNews(.feed)), &effects)
      send(.feed(.goBefore(end)), &effects)
    }
  }

  mutating func runCommandLine(_ text: String, _ effects: inout [Effect]) {
    if let jump = Jump(text, now: now, in: presentation.zone) {
      go(jump, &effects)
      return
    }
    let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return }
    if parts.count == 2, let word = TypedCommand.Word(typed: name) {
      run(word, with: parts[1].trimmingCharacters(in: .whitespaces), &effects)
    } else if let command = Command.called(name) ?? Command.all.first(where: { presentation.words($0.title) == text }) {
      run(command, &effects)
    } else {
      send(.company(.find(text)), &effects)
    }
  }

  private mutating func run(_ word: TypedCommand.Word, with argument: String, _ effects: inout [Effect]) {
    switch word {
    case .tag: replaceFilter(\.isTag, with: [.tag(argument)], &effects)
    case .source: replaceFilter(\.isSource, with: [.source(argument)], &effects)
    case .label: replaceFilter(\.isLabel, with: [.label(argument)], &effects)
    case .title: replaceFilter(\.isTitle, with: [.title(argument)], &effects)
    case .company: send(.company(.find(argument)), &effects)
    case .since: filterByDate(argument, since: true, &effects)
    case .until: filterByDate(argument, since: false, &effects)
    case .asOf: filterAsOf(argument, &effects)
    case .theme: send(.themes(.choose(argument, insteadOf: presentation.theme)), &effects)
    case .language: use(argument.hasPrefix("en") ? .en : .zhHans)
    }
  }
}
