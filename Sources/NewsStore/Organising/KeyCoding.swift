import Foundation
import NewsModel

/// The form in which many keys are written: ascending, each as its distance from the one before, seven bits a byte with the
/// highest bit set in all bytes but the last (LEB128). Articles that came together take a byte or two each.
enum KeyCoding {
  static func encode(_ keys: [ArticleKey]) -> Data {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(keys.count * 2)
    var last: Int64 = 0
    for key in keys.map(\.rawValue).sorted() {
      var distance = UInt64(bitPattern: key &- last)
      last = key
      while distance > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: distance) | 0x80)
        distance >>= 7
      }
      bytes.append(UInt8(truncatingIfNeeded: distance))
    }
    return Data(bytes)
  }

  /// Nil where the bytes are not what `encode` makes.
  static func keys(_ data: Data) -> [ArticleKey]? {
    var keys: [ArticleKey] = []
    var last: Int64 = 0
    var distance: UInt64 = 0
    var shift: UInt64 = 0
    for byte in data {
      guard shift < 64 else { return nil }
      distance |= UInt64(byte & 0x7F) << shift
      shift += 7
      guard byte & 0x80 == 0 else { continue }
      last &+= Int64(bitPattern: distance)
      keys.append(ArticleKey(last))
      (distance, shift) = (0, 0)
    }
    return shift == 0 ? keys : nil
  }
}
