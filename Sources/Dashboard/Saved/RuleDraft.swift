import NewsModel

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
