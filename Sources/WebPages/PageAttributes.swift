import Markup
import TextScanning

/// What the attributes of an element say about its part in a page, in one look at them.
struct PageAttributes {
  private(set) var hint: PageHint?
  /// Whether its style, or `hidden`, takes it from sight.
  private(set) var isStyledAway = false
  /// `itemprop="articleBody"`
  private(set) var isArticleBody = false
  /// `itemtype="https://schema.org/Comment"`, `itemprop="comment"`
  private(set) var isComment = false
  /// Alike for elements with the same first class, digits aside.
  private(set) var kind: UInt32 = 0

  init(of node: Int, in tree: HTMLTree) {
    let range = tree.attributesRange(of: node)
    guard !range.isEmpty else { return }
    let bytes = tree.bytes
    for attribute in MarkupAttributes(bytes, range) {
      let value = attribute.value
      switch attribute.name.count {
      case 2 where tree.hasName(attribute.name, "id"): take(value, bytes)
      case 4 where tree.hasName(attribute.name, "role"): take(value, bytes)
      case 5 where tree.hasName(attribute.name, "class"):
        take(value, bytes)
        kind = Self.kind(value, bytes)
      case 5 where tree.hasName(attribute.name, "style"):
        guard value.count <= Self.longest else { break }
        if Self.has("display:none", value, bytes) || Self.has("visibility:hidden", value, bytes) { isStyledAway = true }
      case 6 where tree.hasName(attribute.name, "hidden"): isStyledAway = true
      case 8 where tree.hasName(attribute.name, "itemprop"):
        if Self.has("articlebody", value, bytes) { isArticleBody = true }
        if tree.hasName(value, "comment") { isComment = true }
      case 8 where tree.hasName(attribute.name, "itemtype"):
        if Self.has("schema.org/comment", value, bytes) || Self.has("schema.org/usercomments", value, bytes) {
          isComment = true
        }
      default: break
      }
    }
  }

  /// In bytes; longer values are no names and no plain styles.
  private static let longest = 400

  private mutating func take(_ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) {
    guard value.count <= Self.longest, let other = PageHint.of(value, in: bytes) else { return }
    hint = hint.map { $0 < other ? other : $0 } ?? other
  }

  private static func kind(_ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var kind: UInt32 = 2_166_136_261
    for index in value {
      let byte = bytes[index]
      if byte <= 0x20 {
        if index > value.lowerBound { break }
      } else if !byte.isDigit {
        kind = (kind ^ UInt32(byte)) &* 16_777_619
      }
    }
    return kind
  }

  /// Whether a value holds a text in small letters; blanks in it and the case of its letters do not count.
  private static func has(_ text: StaticString, _ value: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = text.utf8CodeUnitCount
    guard value.count >= count else { return false }
    var start = value.lowerBound
    while start + count <= value.upperBound {
      var (index, matched) = (start, 0)
      while index < value.upperBound, matched < count {
        let byte = bytes[index]
        if byte == 0x20, matched > 0 {
          index += 1
          continue
        }
        guard ((0x41...0x5a).contains(byte) ? byte | 0x20 : byte) == text.utf8Start[matched] else { break }
        matched += 1
        index += 1
      }
      if matched == count { return true }
      start += 1
    }
    return false
  }
}

extension HTMLTree {
  func attributesRange(of node: Int) -> Range<Int> { nodes[node].kind == .element ? nodes[node].textRange : 0..<0 }

  /// Whether the bytes of a range are a name of small letters, large letters counting as small ones.
  func hasName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for offset in 0..<range.count {
      let byte = bytes[range.lowerBound + offset]
      guard (0x41...0x5a).contains(byte) ? byte | 0x20 == name.utf8Start[offset] : byte == name.utf8Start[offset] else {
        return false
      }
    }
    return true
  }
}
