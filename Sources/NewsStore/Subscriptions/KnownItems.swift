import Foundation
import GRDB
import NewsModel

/// What the last body of each subscription held, so that a body that brings nothing new is recognised by its numbers alone: no
/// article is looked up, no text compared, nothing written.
///
/// Only the last body counts, so that the list is as long as the feed. An item that returns after it was gone is found by
/// what it is, as any other.
struct KnownItems {
  let db: Database

  func digests(of id: Subscription.ID) throws -> Set<ItemDigest> {
    let statement = try db.cachedStatement(sql: "SELECT digests FROM known_items WHERE subscription_id = ?")
    let data = try statement.first([id.rawValue]) { try $0.bytes(0) } ?? Data()
    return data.withUnsafeBytes { bytes in
      var digests = Set<ItemDigest>(minimumCapacity: bytes.count / 8)
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        digests.insert(ItemDigest(rawValue: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      return digests
    }
  }

  func set(_ digests: [ItemDigest], of id: Subscription.ID) throws {
    let data = digests.map(\.rawValue).withUnsafeBytes { Data($0) }
    try db.cachedStatement(
      sql: """
        INSERT INTO known_items (subscription_id, digests) VALUES (?, ?)
        ON CONFLICT DO UPDATE SET digests = excluded.digests
        """
    )
    .execute(arguments: [id.rawValue, data])
  }
}
