import NewsModel
import Wording

/// What articles are about, as one filters by it: a tag, or what is read from their words.
struct Subject: Hashable, Sendable {
  let field: TermField
  let name: String

  /// The fields in the order in which they are offered: what comes with the articles first, and last what says least.
  static let fields: [TermField] = [.tag, .company, .event, .topic, .keyword]

  var query: Query { .term(field, name) }
}

extension Subject {
  /// The entries of a list, in groups. Tags alone need none.
  static func items(_ terms: [TermField: [TermCount]], _ words: Words) -> [Picker.Item] {
    let hasGroups = fields.contains { $0 != .tag && !(terms[$0] ?? []).isEmpty }
    return fields.flatMap { field in
      (terms[field] ?? []).map { term in
        Picker.Item(
          text: words.name(of: term, field), detail: words.number(term.count),
          group: hasGroups ? words.group(of: field) : "", briefGroup: hasGroups ? words.briefGroup(of: field) : "",
          keywords: field.names(of: term.name),
          value: .subject(Subject(field: field, name: term.name)))
      }
    }
  }
}

extension TermField {
  /// The words by which a value is found besides the one that is shown: those of both languages.
  func names(of value: String) -> String { wordings(of: value).joined(separator: " ") }
}

/// What the list of subjects offers. Each field is counted within all that the filter asks for besides that field, so that the counts
/// say what a choice would list.
struct SubjectsRequest: Request {
  static let slot = RequestSlot.picker
  /// More values of a field are not offered: every key that is typed has to be answered at once.
  static let limit = 5_000
  /// Keywords are as many as there are words.
  static let keywordLimit = 1_000
  let filter: Query

  func response(from library: some Library) throws -> [TermField: [TermCount]] {
    var terms: [TermField: [TermCount]] = [:]
    for (query, fields) in Dictionary(grouping: Subject.fields, by: filter.without) {
      terms.merge(try library.terms(fields, matching: query, limit: Self.limit)) { first, _ in first }
    }
    terms[.keyword] = terms[.keyword].map { Array($0.prefix(Self.keywordLimit)) }
    return terms
  }

  func event(for terms: [TermField: [TermCount]]) -> DashboardEvent { .overlays(.offered(terms)) }
}
