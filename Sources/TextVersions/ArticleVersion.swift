package import Foundation
package import NewsModel

/// What a source may change of an article: as it stood at one time.
package struct ArticleVersion: Hashable, Sendable {
  /// Without its label.
  package var title: String
  package var summary: String?
  /// The body as plain text.
  package var text: String
  package var published: Timestamp

  package init(title: String, summary: String? = nil, text: String = "", published: Timestamp = Timestamp(0)) {
    self.title = title
    self.summary = summary
    self.text = text
    self.published = published
  }

  package init(_ article: Article) {
    self.init(
      title: article.headline.title, summary: article.summary, text: article.blocks.plainText,
      published: article.headline.published)
  }
}

extension ArticleVersion {
  /// What makes `older` of this version: an edit of a sentence costs its old words and some ten bytes. Linear.
  package func delta(to older: ArticleVersion) -> Data {
    TextDelta.delta(from: bytes, to: older.bytes)
  }

  /// The version that a delta was made for.
  package func applying(_ delta: Data) throws(TextDelta.Damage) -> ArticleVersion {
    guard let older = ArticleVersion(bytes: try TextDelta.apply(delta, to: bytes)) else { throw .malformed }
    return older
  }

  /// The time, then each text behind its length; a summary that is not there has none, and the text needs none.
  private var bytes: Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(title.utf8.count + (summary?.utf8.count ?? 0) + text.utf8.count + 24)
    bytes.append(signed: published.rawValue)
    bytes.append(varint: UInt64(title.utf8.count))
    bytes += title.utf8
    bytes.append(varint: summary.map { UInt64($0.utf8.count) + 1 } ?? 0)
    bytes += (summary ?? "").utf8
    bytes += text.utf8
    return Data(bytes)
  }

  /// Nil where the bytes are no version.
  private init?(bytes: Data) {
    let version = bytes.withUnsafeBytes { bytes -> ArticleVersion? in
      var reader = ByteReader(bytes)
      guard let published = reader.signed(), let title = reader.count(atMost: bytes.count).flatMap({ reader.text($0) }),
        let summary = reader.count(atMost: bytes.count), let summaryText = reader.text(max(0, summary - 1)),
        let text = reader.text(reader.bytesLeft)
      else { return nil }
      return ArticleVersion(
        title: title, summary: summary == 0 ? nil : summaryText, text: text, published: Timestamp(published))
    }
    guard let version else { return nil }
    self = version
  }
}

extension ByteReader {
  fileprivate mutating func text(_ count: Int) -> String? {
    bytes(count).flatMap { String(validating: $0, as: UTF8.self) }
  }
}
