import NewsModel
import Wording

/// A rule being made or changed, question by question: what it is about, what is done, and its name.
struct RuleDraft: Hashable, Sendable {
  /// The rule that is changed; nil for a new one.
  private let original: Rule?
  private var text: String
  private var actions: [StatusAction]

  init(_ original: Rule) {
    self.original = original
    text = original.text
    actions = original.actions
  }

  init(text: String) {
    original = nil
    self.text = text
    actions = []
  }

  /// - Parameter text: as it was accepted; the text that was shown stays as it was written.
  func about(_ text: String, _ words: Words) -> RuleDraft {
    var draft = self
    if text != words.query(self.text) { draft.text = text }
    return draft
  }

  func doing(_ actions: [StatusAction]) -> RuleDraft {
    var draft = self
    draft.actions = actions
    return draft
  }

  /// This draft with tags among what is done.
  func tagging(_ names: [String]) -> RuleDraft {
    doing(actions + names.map { .tag($0) }.filter { !actions.contains($0) })
  }

  func rule(named name: String) -> Rule {
    Rule(name: name, text: text, actions: actions, isEnabled: original?.isEnabled ?? true)
  }

  /// The name of the rule that is changed; nil for a new one.
  var originalName: String? { original?.name }
}

// MARK: - Questions

extension RuleDraft {
  func queryPrompt(_ words: Words) -> Overlay { .prompt(Prompt(.ruleQuery(self), text: words.query(text))) }

  /// The query is known: which actions?
  func actionPicker(_ presentation: Presentation) -> Overlay {
    let words = presentation.words
    var items = [StatusAction.read, .star, .mute].map { Picker.Item(text: words.name(of: $0), value: .action($0)) }
    items += actions.compactMap(\.tagName).map {
      Picker.Item(text: words.name(of: .tag($0)), value: .action(.tag($0)))
    }
    items.append(Picker.Item(text: words.addTag + presentation.symbols.ellipsis, value: .askTag))
    return .picker(
      Picker(.ruleActions(self), title: words.ruleActions, items: items, marked: Set(actions.map { .action($0) })))
  }

  /// The actions are known: what is the rule called?
  func namePrompt(_ words: Words) -> Overlay {
    let name = original?.name ?? (words.query(text) + " " + words.names(of: actions))
    return .prompt(Prompt(.ruleName(self), proposing: String(name.prefix(NameProblem.longestName))))
  }
}

extension StatusAction {
  fileprivate var tagName: String? { if case .tag(let name) = self { name } else { nil } }
}
