import Foundation
import NewsModel

@testable import NewsStore

/// A store in a folder of its own, which disappears with this value.
final class TemporaryStore: Sendable {
  let folder: URL
  let store: NewsStore

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "newstape-store-\(UUID().uuidString)")
    store = try NewsStore.open(at: folder.appending(path: "news.db").path)
  }

  var path: String { store.path }

  /// The same file in another program.
  func another() throws -> NewsStore { try NewsStore.open(at: path, .existing) }

  deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Noon of 2024-03-01 in UTC.
let noon = Timestamp(1_709_294_400)

extension Item {
  /// An invented item `minutes` after noon.
  static func sample(
    _ title: String, minutes: Int64 = 0, source: String? = "晨星日报", label: String? = nil, tags: [String] = [],
    body: String = "正文", related: [RelatedItem] = []
  ) -> Item {
    Item(
      label: label, title: title, source: source, published: noon + minutes * 60, blocks: [.paragraph(body)],
      tags: tags, related: related)
  }
}

extension RelatedItem {
  static func sample(_ title: String, minutes: Int64 = 0, label: String? = nil, summary: String? = nil) -> RelatedItem {
    RelatedItem(label: label, title: title, summary: summary, published: noon + minutes * 60)
  }
}

extension Query {
  /// Every article, muted ones too.
  static let withMuted = Query.or([.muted, .not(.muted)])
}

extension NewsStore {
  func titles(_ query: Query = .all) throws -> [String] {
    try headlines(matching: query, from: .start, limit: 1_000).headlines.map(\.title)
  }

  func onlyHeadline(_ title: String) throws -> Headline? {
    try headlines(matching: .all, from: .start, limit: 1_000).headlines.first { $0.title == title }
  }
}
