import NewsModel
import Widgets

extension State {
  // A rule is made in three questions: what it is about, what is done, and its name.

  mutating func startRule(_ draft: RuleDraft) {
    page = .saved
    saved.section = .rules
    overlay = .prompt(PromptState(kind: .ruleQuery(draft), field: TextField(text: draft.text)))
  }

  /// The query is known: which actions?
  mutating func chooseRuleActions(_ draft: RuleDraft) {
    let words = presentation.words
    var items = [StatusAction.read, .star, .mute].map { Picker.Item(text: words.name(of: $0), value: .action($0)) }
    items += draft.actions.compactMap(\.tagName).map {
      Picker.Item(text: words.name(of: .tag($0)), value: .action(.tag($0)))
    }
    items.append(Picker.Item(text: words.addTag + presentation.symbols.ellipsis, value: .askTag))
    overlay = .picker(
      Picker(
        .ruleActions(draft), title: words.ruleActions, items: items, marked: Set(draft.actions.map { .action($0) })))
  }

  mutating func acceptRuleActions(_ picker: Picker, _ draft: RuleDraft, _ effects: inout [Effect]) {
    var draft = draft
    let chosen = picker.items.filter { picker.marked.contains($0.value) }
    let values = chosen.isEmpty ? [picker.selected?.value].compactMap(\.self) : chosen.map(\.value)
    draft.actions = values.compactMap { if case .action(let action) = $0 { action } else { nil } }
    if values.contains(.askTag) {
      openTagChooser(.rule(draft), &effects)
    } else {
      nameRule(draft)
    }
  }

  /// The actions are known: what is the rule called?
  mutating func nameRule(_ draft: RuleDraft) {
    let name = draft.original?.name ?? (draft.text + " " + presentation.words.names(of: draft.actions))
    let field = TextField(text: String(name.prefix(NameProblem.longestName)))
    overlay = .prompt(PromptState(kind: .ruleName(draft), field: field))
  }

  mutating func saveRule(_ draft: RuleDraft, named name: String, _ effects: inout [Effect]) {
    let changes: [SavedChange]
    do throws(NameProblem) {
      let name = try NameProblem.checked(name)
      let renaming = draft.original.flatMap { $0.name == name ? nil : SavedChange.renameRule($0.name, to: name) }
      changes = [renaming, .saveRule(draft.rule(named: name))].compactMap(\.self)
    } catch {
      notify(words: presentation.words.problem(error), isError: true, &effects)
      return
    }
    keep(changes, &effects)
    saved.select(saved.rules.firstIndex { $0.name == changes.last?.ruleName } ?? 0, in: .rules)
    notify(words: presentation.words.ruleKept, &effects)
  }

  mutating func toggleRule(_ effects: inout [Effect]) {
    guard let rule = saved.selectedRule else { return }
    keep([.setRule(rule.name, isEnabled: !rule.isEnabled)], &effects)
  }
}

extension SavedChange {
  fileprivate var ruleName: String? { if case .saveRule(let rule) = self { rule.name } else { nil } }
}

extension StatusAction {
  var tagName: String? { if case .tag(let name) = self { name } else { nil } }
}
