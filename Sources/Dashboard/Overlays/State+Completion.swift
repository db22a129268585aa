import NewsModel
import Widgets

extension State {
  /// All names that the command line knows, in order.
  private static let names =
    (Command.all.flatMap { [$0.name] + $0.aliases } + ArgumentCommand.allCases.map(\.rawValue)).sorted()

  /// What can stand at the end of the text being typed: names of commands with what they are about, or parts of a query.
  func completions(for prompt: PromptState) -> [String] {
    let stem = prompt.completion?.stem ?? prompt.field.text
    let typed = prompt.completedPart(of: stem)
    switch prompt.kind {
    case .command:
      var seen = Set<String>()
      let known = stem.contains(" ") ? arguments(of: stem) : Self.names
      return known.filter { $0.hasPrefix(typed) && seen.insert($0).inserted }
    case .search, .editFilter, .editSaved, .ruleQuery: return queryCompletions(of: stem, names: prompt.names)
    case .editSource(.folder, _): return sources.folders.filter { $0.hasPrefix(typed) }
    default: return []
    }
  }

  /// The whole lines of a command whose arguments are known beforehand.
  private func arguments(of line: String) -> [String] {
    if line.hasPrefix("theme ") { return presentation.themeNames.map { "theme " + $0 } }
    if line.hasPrefix("language ") { return ["language en", "language zh-Hans"] }
    return []
  }
}

extension PromptState {
  /// The end of a text that a completion replaces: the part of a query being typed, and else the whole line.
  func completedPart(of text: String) -> String {
    !isQuery ? text : String(text.suffix(QueryCompletion(of: text, caret: text.count)?.range.count ?? 0))
  }

  /// Completes as far as the names agree, then steps through them, around the end.
  mutating func complete(with names: [String], step: Int) {
    guard let first = names.first else { return }
    let stem = completion?.stem ?? field.text
    let typed = completedPart(of: stem)
    func line(_ ending: String) -> String { stem.dropLast(typed.count) + ending }
    let shared = names.reduce(first) { $0.commonPrefix(with: $1) }
    // A name that was found by its reading does not begin with what was typed.
    if completion == nil, shared != typed, shared.hasPrefix(typed) {
      field = TextField(text: line(shared))
      return
    }
    let next =
      completion.map { ($0.index + step + names.count) % names.count } ?? (step > 0 ? 0 : names.count - 1)
    completion = Completion(stem: stem, index: next)
    field = TextField(text: line(names[next]))
  }
}
