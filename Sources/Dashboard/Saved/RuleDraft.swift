import NewsModel
import Widgets

/// A rule being made or changed, question by question.
struct RuleDraft: Hashable, Sendable {
  /// The rule that is changed; nil for a new one.
  var original: Rule?
  var text = ""
  var actions: [StatusAction] = []

  init(_ original: Rule) {
    self.original = original
    text = original.text
    actions = original.actions
  }

  init(text: String) { self.text = text }

  func rule(named name: String) -> Rule {
    Rule(name: name, text: text, actions: actions, isEnabled: original?.isEnabled ?? true)
  }
}

// A rule is made in three questions: what it is about, what is done, and its name.

extension RuleDraft {
  var queryPrompt: Overlay {
    .prompt(PromptState(kind: .ruleQuery(self), field: TextField(text: text)))
  }

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
    let name = original?.name ?? (text + " " + words.names(of: actions))
    let field = TextField(text: String(name.prefix(NameProblem.longestName)))
    return .prompt(PromptState(kind: .ruleName(self), field: field))
  }
}

extension StatusAction {
  fileprivate var tagName: String? { if case .tag(let name) = self { name } else { nil } }
}
