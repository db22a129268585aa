package import ArticleFields
import Decoding
import NewsModel
import TextBasics
import TextScanning

/// Reads newsboat's `urls` file: an address and its tags a line.
///
/// `"~Name"` gives the name. Lines that would run a program (`exec:`, `filter:`) or ask newsboat itself (`query:`) are named and passed
/// over, and so is every address that is not `http` or `https`. `!`, which hides a feed there, means nothing here.
package enum NewsboatURLs {
  package static func read(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> SubscriptionList {
    var list = SubscriptionList(path: context.fileName)
    guard !BinaryDetection.isBinary(bytes) else {
      list.refuse(.binary)
      return list
    }
    let text = KeptText(lines: TextDecoding.decode(bytes).text).string
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      read(line, number: index + 1, &list)
    }
    if list.isEmpty { list.refuse(text.contains { !$0.isWhitespace } ? .holdsNothing(.subscriptions) : .empty) }
    return list
  }

  /// Whether all lines of a text, as far as it goes, are such lines.
  static func matches(_ text: Substring, isNamedSo: Bool) -> Bool {
    var lines = text.split(separator: "\n").map { $0[...].trimmed }.filter { !$0.isEmpty && $0.first != "#" }
    // A list in which everything is commented out is one all the same.
    if isNamedSo, lines.isEmpty { return text.contains("#") }
    if isNamedSo { lines = Array(lines.prefix(1)) }
    return !lines.isEmpty
      && lines.allSatisfy { line in
        let start = line.drop { $0 == "\"" }.prefix(8).lowercased()
        return ["http://", "https://", "exec:", "filter:", "query:", "feed:"].contains { start.hasPrefix($0) }
      }
  }

  private static func read(_ line: Substring, number: Int, _ list: inout SubscriptionList) {
    let line = line.trimmed
    guard let first = line.first, first != "#" else { return }
    let found = words(of: line)
    var words = found.words
    if found.isCut { list.refuse(.endsWithinEntry, line: number) }
    guard !words.isEmpty else { return }
    let address = words.removeFirst()
    for prefix in ["exec:", "filter:", "query:"] where address.lowercased().hasPrefix(prefix) {
      return list.refuse(.command(String(prefix.dropLast())), line: number)
    }
    var entry = Subscription(name: "", address: address)
    for word in words.prefix(100) {
      if word.hasPrefix("~") {
        entry.name = String(word.dropFirst())
      } else {
        let tag = String(word.drop { $0 == "!" })
        if !tag.isEmpty, !entry.tags.contains(tag) { entry.tags.append(tag) }
      }
    }
    list.add(entry, line: number)
  }

  /// The words of a line: separated by blanks, or in double quotes, within which a backslash takes the next character as it is.
  /// A word whose quote does not end is cut off, and none.
  private static func words(of line: Substring) -> (words: [String], isCut: Bool) {
    var words: [String] = []
    var word: [UInt8] = []
    var (isQuoted, isEscaped, hasBegun) = (false, false, false)
    for byte in line.utf8 {
      switch byte {
      case _ where isEscaped:
        word.append(byte)
        isEscaped = false
      case UInt8(ascii: "\\") where isQuoted: isEscaped = true
      case UInt8(ascii: "\""):
        isQuoted.toggle()
        hasBegun = true
      case UInt8(ascii: " ") where !isQuoted:
        if hasBegun { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll()
        hasBegun = false
      default:
        word.append(byte)
        hasBegun = true
      }
    }
    if hasBegun, !isQuoted { words.append(String(decoding: word, as: UTF8.self)) }
    return (words, isQuoted)
  }
}
