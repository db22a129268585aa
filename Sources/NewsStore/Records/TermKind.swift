import NewsModel

/// What a term names.
enum TermKind: Int64, CaseIterable {
  case everything = 0
  case source = 1
  case label = 2
  case tag = 3

  init(_ field: TermField) {
    switch field {
    case .source: self = .source
    case .label: self = .label
    case .tag: self = .tag
    }
  }
}
