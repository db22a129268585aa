import Configuration
import NewsModel
import TextBasics
import Wording

/// The names of tags, sources or labels, of which one is being typed; most frequent first.
struct KnownNames: Sendable, Hashable {
  /// More are not looked at: every key has to be answered at once.
  static let limit = 5_000

  var field: TermField
  var names: [String] = []
}

extension QueryCompletion {
  /// What can stand at the end of a text, best first: names of fields, or values of the field being typed.
  static func texts(completing text: String, names: KnownNames?, in language: Language) -> [String] {
    guard let part = QueryCompletion(of: text, caret: text.count) else { return [] }
    func beginning(_ words: [String]) -> [String] { words.filter { $0.hasPrefix(part.typed) && $0 != part.typed } }
    switch part.subject {
    case .term:
      let fields = QueryField.allCases.filter { $0 != .status }
      let statuses = QueryStatus.allCases.map { "is:" + $0.rawValue }
      let english = fields.map { $0.rawValue + ":" } + statuses
      let chinese =
        fields.map { $0.chineseName + "：" }
        + QueryStatus.allCases.map { QueryField.status.chineseName + "：" + $0.chineseName }
      // Where nothing is typed yet, nothing tells the language but that of the interface.
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(.status):
      let english = QueryStatus.allCases.map(\.rawValue)
      let chinese = QueryStatus.allCases.map(\.chineseName)
      guard part.typed.isEmpty else { return beginning(english + chinese) }
      return language == .en ? english : chinese
    case .value(.since), .value(.until):
      let chinese = ["今天", "昨天", "7天", "30天"]
      let english = ["today", "yesterday", "24h", "7d", "30d"]
      return beginning(language == .zhHans ? chinese + english : english)
    case .value(let field):
      guard let names, names.field == field.terms else { return [] }
      return best(names.names.filter { $0 != part.typed }, for: part.typed).map(\.quotedAsValue)
    }
  }

  /// The names that what was typed may mean, best first; among equals the more frequent one.
  private static func best(_ names: [String], for typed: String) -> [String] {
    let matcher = NameMatcher(typed)
    let scored = names.enumerated().compactMap { index, name in
      matcher.score(name).map { (name: name, score: $0.score, index: index) }
    }
    return scored.sorted { ($0.score, $1.index) > ($1.score, $0.index) }.map(\.name)
  }
}

/// The names that complete what is being typed.
struct CompletionRequest: Request {
  static let slot = RequestSlot.completion
  let field: TermField

  func response(from library: some Library) throws -> [TermCount] { try library.terms(field, matching: .all) }

  func event(for terms: [TermCount]) -> DashboardEvent { .overlays(.completed(terms)) }
}
