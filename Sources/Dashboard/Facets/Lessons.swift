package import NewsModel
package import TextAnalysis
import TextBasics
import Wording

/// What the reader teaches the analysis, in the store for one article or in their own tables for all of them.
package enum Lesson: Hashable, Sendable {
  case add(OwnRow)
  case remove(OwnRow)
  case wrong(FacetTerm, in: ArticleKey)
  case right(FacetTerm, in: ArticleKey)

  var inverse: Lesson {
    switch self {
    case .add(let row): .remove(row)
    case .remove(let row): .add(row)
    case .wrong(let term, let key): .right(term, in: key)
    case .right(let term, let key): .wrong(term, in: key)
    }
  }
}

/// A row on its way into the reader's own tables: what it is, and the words that were typed so far.
struct LessonDraft: Hashable, Sendable {
  enum Kind: Hashable, Sendable, CaseIterable {
    case alias
    case company
    case event
    case goodWord
    case badWord
  }

  /// The article in whose list it was begun.
  let key: ArticleKey
  var kind = Kind.alias
  var word: String

  /// The row, where the kind and the word are all that it needs.
  var row: OwnRow? {
    switch kind {
    case .goodWord: .tone(word: word, weight: 3)
    case .badWord: .tone(word: word, weight: -3)
    case .alias, .company, .event: nil
    }
  }
}

extension State {
  /// `i`: what was read of the article.
  mutating func openFacets(of key: ArticleKey, _ effects: inout [Effect]) {
    present(.facets(FacetList(of: key)), &effects)
    ask(FacetsRequest(key: key, moment: filter.asOf), &effects)
  }

  /// What the reader does in that list.
  mutating func choose(_ choice: FacetList.Choice, of key: ArticleKey, _ effects: inout [Effect]) {
    switch choice {
    case .filter(let query): drillDown(to: query, &effects)
    case .teach(let lesson): effects.append(.teach(lesson, about: key, .byUser))
    case .undo: undo(&effects)
    case .add(let word):
      let words = presentation.words
      let items = LessonDraft.Kind.allCases.map { kind in
        Picker.Item(text: words.title(of: kind), detail: words.example(of: kind), value: .lesson(kind))
      }
      present(
        .picker(Picker(.lesson(LessonDraft(key: key, word: word)), title: words.teachTitle, items: items)), &effects)
    }
  }

  /// The analysis has learned something: what is listed follows.
  mutating func taught(_ lesson: Lesson, about key: ArticleKey?, _ purpose: ChangePurpose, _ effects: inout [Effect]) {
    if purpose != .undo { rememberForUndo(.lesson(lesson.inverse, about: key)) }
    notify(words: presentation.words.taught(lesson, isUndone: purpose == .undo), &effects)
    manyChanged(by: nil, &effects)
    if let list = overlays.facets {
      ask(FacetsRequest(key: list.key, moment: filter.asOf), &effects)
    } else if purpose == .byUser, let key, overlays.shown == nil {
      // The questions have taken the place of the list.
      openFacets(of: key, &effects)
    }
  }

  // MARK: - What is to be learned

  /// The kind is chosen; now the word is typed.
  mutating func teach(_ kind: LessonDraft.Kind, _ draft: LessonDraft, _ effects: inout [Effect]) {
    var draft = draft
    draft.kind = kind
    present(.prompt(Prompt(.lessonWord(draft), proposing: draft.word)), &effects)
  }

  /// The word is typed; an alias still needs its company, a company its code, an event its kind.
  mutating func teach(word: String, _ draft: LessonDraft, _ effects: inout [Effect]) {
    guard !word.isEmpty else { return openFacets(of: draft.key, &effects) }
    var draft = draft
    draft.word = word.withoutTabs
    switch draft.kind {
    case .alias: present(.prompt(Prompt(.lessonCompany(draft))), &effects)
    case .company: present(.prompt(Prompt(.lessonCode(draft))), &effects)
    case .event:
      let items = EventKind.allCases.map { kind in
        Picker.Item(
          text: presentation.words.name(kind.rawValue, of: .event), keywords: kind.rawValue + " " + kind.englishName,
          value: .event(kind))
      }
      present(.picker(Picker(.lesson(draft), title: presentation.words.eventKind, items: items)), &effects)
    case .goodWord, .badWord: if let row = draft.row { teach(row, about: draft.key, &effects) }
    }
  }

  mutating func teach(alias draft: LessonDraft, of company: String, _ effects: inout [Effect]) {
    guard !company.isEmpty else { return openFacets(of: draft.key, &effects) }
    guard let known = TextAnalyser.names.companies(company).first else {
      notify(words: presentation.words.unknownCompanyInTables(company), isError: true, &effects)
      present(.prompt(Prompt(.lessonCompany(draft), text: company)), &effects)
      return
    }
    teach(.alias(word: draft.word, company: known), about: draft.key, &effects)
  }

  mutating func teach(_ row: OwnRow, about key: ArticleKey, _ effects: inout [Effect]) {
    effects.append(.teach(.add(row), about: key, .byUser))
  }
}

extension String {
  /// A tab would begin another column.
  var withoutTabs: String { String(map { $0 == "\t" ? " " : $0 }) }
}

extension Words {
  func title(of lesson: LessonDraft.Kind) -> String {
    switch lesson {
    case .alias: lessonAlias
    case .company: lessonCompany
    case .event: lessonEvent
    case .goodWord: lessonGoodWord
    case .badWord: lessonBadWord
    }
  }

  func example(of kind: LessonDraft.Kind) -> String {
    switch kind {
    case .alias: exampleOfAlias
    case .company: exampleOfCompany
    case .event: exampleOfEvent
    case .goodWord: exampleOfGoodWord
    case .badWord: exampleOfBadWord
    }
  }

  /// What was taught, and the key that takes it back.
  func taught(_ lesson: Lesson, isUndone: Bool) -> String {
    let done =
      switch lesson {
      case .add(let row): rowAdded(row.shown)
      case .remove(let row): rowRemoved(row.shown)
      case .wrong(let term, _): calledWrong(name(term.name, of: term.field))
      case .right(let term, _): calledRight(name(term.name, of: term.field))
      }
    return isUndone ? done : undoable(done)
  }
}
