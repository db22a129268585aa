import NewsModel
import Widgets

/// What a tag is chosen for.
enum TagUse: Hashable, Sendable {
  case article(ArticleKey)
  /// All articles of a query get the tag, or lose it.
  case bulk(Query, adds: Bool)
  case rule(RuleDraft)

  /// Whether a tag that there is not yet can be given.
  var takesNewNames: Bool { if case .bulk(_, adds: false) = self { false } else { true } }
}

extension State {
  /// `T`: the reader's own tags of the article.
  mutating func tagArticle(_ effects: inout [Effect]) {
    guard let key = concernedKey else { return }
    openTagChooser(.article(key), &effects)
  }

  mutating func openTagChooser(_ use: TagUse, _ effects: inout [Effect]) {
    let words = presentation.words
    let own = if case .article = use { concernedHeadline?.ownTags ?? [] } else { [String]() }
    overlay = .picker(
      Picker(
        .tagUse(use), title: use.takesNewNames ? words.addTag : words.removeTag, isLoading: true,
        marked: Set(own.map { .term($0) }), newName: use.takesNewNames ? words.newTag : nil))
    // A tag is taken away from those that have it, and given with an eye on all that there are.
    let query = if case .bulk(let query, adds: false) = use { query } else { Query.all }
    ask(PickerTermsRequest(field: .tag, query: query), &effects)
  }

  mutating func acceptTags(_ picker: Picker, _ use: TagUse, _ effects: inout [Effect]) {
    switch use {
    case .article(let key): setTags(of: key, picker, &effects)
    case .bulk(let query, let adds):
      guard let name = picker.selected?.term else { return }
      send(.bulk(.confirm(BulkRequest([adds ? .tag(name) : .untag(name)], matching: query))), &effects)
    case .rule(var draft):
      let marked = picker.items.filter { picker.marked.contains($0.value) }.compactMap(\.term)
      let names = marked.isEmpty ? [picker.selected?.term].compactMap(\.self) : marked
      draft.actions += names.map { .tag($0) }.filter { !draft.actions.contains($0) }
      overlay = draft.namePrompt(presentation.words)
    }
  }

  /// The marks say which tags the article is to have; where they were not touched the selected one changes.
  private mutating func setTags(of key: ArticleKey, _ picker: Picker, _ effects: inout [Effect]) {
    guard concernedKey == key, let own = concernedHeadline?.ownTags else { return }
    var wanted = Set(picker.marked.compactMap(\.term))
    if wanted == Set(own), let name = picker.selected?.term { wanted.formSymmetricDifference([name]) }
    for name in own where !wanted.contains(name) {
      effects.append(.change(StatusChange(.untag(name), of: [key]), .byUser))
    }
    for name in wanted.subtracting(own).sorted() {
      effects.append(.change(StatusChange(.tag(name), of: [key]), .byUser))
    }
  }
}

extension Picker.Value {
  fileprivate var term: String? { if case .term(let name) = self { name } else { nil } }
}

extension Picker.Item {
  fileprivate var term: String? { value.term }
}
