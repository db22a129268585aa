/// A field of the query language: what stands before a colon.
public enum QueryField: String, CaseIterable, Hashable, Sendable {
  case tag, source, label, title, author
  case status = "is"
  case since, until

  /// The name in Chinese, which serves as well.
  public var chineseName: String {
    switch self {
    case .tag: "标签"
    case .source: "来源"
    case .label: "栏目"
    case .title: "标题"
    case .author: "作者"
    case .status: "状态"
    case .since: "起"
    case .until: "止"
    }
  }

  /// The field of a name in either language, in any case.
  public init?(name: String) {
    let name = name.lowercased()
    guard let field = Self.allCases.first(where: { $0.rawValue == name || $0.chineseName == name }) else { return nil }
    self = field
  }
}
