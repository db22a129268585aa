/// What `is:` asks for.
package enum QueryStatus: String, CaseIterable, Hashable, Sendable {
  case unread, read, starred, stub, muted

  package var chineseName: String {
    switch self {
    case .unread: "未读"
    case .read: "已读"
    case .starred: "星标"
    case .stub: "待补全"
    case .muted: "静音"
    }
  }

  /// The status of a name in either language, in any case.
  package init?(name: String) {
    let name = name.lowercased()
    guard let status = Self.allCases.first(where: { $0.rawValue == name || $0.chineseName == name }) else { return nil }
    self = status
  }

  package var query: Query {
    switch self {
    case .unread: .unread
    case .read: .read
    case .starred: .starred
    case .stub: .stub
    case .muted: .muted
    }
  }
}
