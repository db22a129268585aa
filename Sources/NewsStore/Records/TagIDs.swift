/// The tags of an article by number: the page's in its order, and the reader's own.
///
/// They are written as numbers with blanks between them, the reader's own with a `+` before each: `12 7 +31`. In one column
/// they cost the articles without tags of the reader's own nothing.
struct TagIDs: Equatable {
  var page: [Int64] = []
  var own: [Int64] = []

  /// All tags, each once.
  var all: [Int64] { own.isEmpty ? page : page + own.filter { !page.contains($0) } }

  var text: String { (page.map(String.init) + own.map { "+" + String($0) }).joined(separator: " ") }
}

extension TagIDs {
  /// Reads what `text` writes.
  init(_ text: String) {
    var number: Int64?
    var isOwn = false
    func end(_ ids: inout TagIDs) {
      guard let number else { return }
      if isOwn { ids.own.append(number) } else { ids.page.append(number) }
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        end(&self)
        number = nil
        isOwn = false
      case UInt8(ascii: "+"): isOwn = true
      default: number = (number ?? 0) &* 10 &+ Int64(byte &- UInt8(ascii: "0"))
      }
    }
    end(&self)
  }
}
