import Foundation
import GRDB
import NewsModel

/// A number for all that an item of a feed says: what has the number of a known item is that item, unchanged, and need not be looked
/// up, nor made ready for the store.
///
/// Two different items have one number once in 2⁶⁴ pairs.
package struct ItemDigest: RawRepresentable, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameters:
  ///   - texts: all texts of the item in a fixed order, nil where there is none.
  ///   - numbers: the same for numbers.
  package init(texts: some Sequence<String?>, numbers: some Sequence<Int64?>) {
    var mixer = Mixer()
    for text in texts { mixer.add(text) }
    for number in numbers { mixer.add(UInt64(bitPattern: number ?? .min)) }
    rawValue = mixer.state
  }
}

/// Takes texts eight bytes at a time: multiplied by an odd constant, the high half folded into the low one (as splitmix does).
private struct Mixer {
  private(set) var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xBF58_476D_1CE4_E5B9
    state ^= state >> 29
  }

  mutating func add(_ text: String?) {
    guard var text else { return add(UInt64.max) }
    text.withUTF8 { bytes in
      // The length first: two neighbouring texts are not the same as one text of both.
      add(UInt64(bytes.count))
      let raw = UnsafeRawBufferPointer(bytes)
      var position = 0
      while position + 8 <= raw.count {
        add(raw.loadUnaligned(fromByteOffset: position, as: UInt64.self).littleEndian)
        position += 8
      }
      var rest: UInt64 = 0
      while position < raw.count {
        rest = rest << 8 | UInt64(raw[position])
        position += 1
      }
      add(rest)
    }
  }
}

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
