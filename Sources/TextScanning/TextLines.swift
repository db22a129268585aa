import TextBasics

/// One line of a text, without blanks around it; never empty.
package struct TextLine: Hashable {
  package var text: Substring
  /// Counted from 1.
  package var number: Int
  /// Whether an empty line, or nothing, stands before it.
  package var isAfterBlank: Bool
  /// Whether the line was set in by blanks.
  package var isIndented: Bool
  package var kind = Kind.words

  package init(text: Substring, number: Int, isAfterBlank: Bool, isIndented: Bool) {
    self.text = text
    self.number = number
    self.isAfterBlank = isAfterBlank
    self.isIndented = isIndented
  }

  /// What a line is made of, where its text tells.
  package enum Kind: Hashable {
    case words
    /// Nothing but links: navigation, a list of other news.
    case links
    /// What a page shows in place of a picture.
    case picture
  }
}

/// Cuts text into its lines.
package enum TextLines {
  /// Decoded text without character references and tags, made safe, with `\n` between lines.
  ///
  /// The one place where text of a source passes `KeptText`; all that a parser hands out is a part of the result.
  package static func cleaned(_ text: String) -> String { KeptText(lines: widened(plain(text))).string }

  private static func plain(_ text: String) -> String { HTMLEntities.decode(MarkupRemnants.removed(from: text)) }

  /// Two blanks in place of each tab, so that the cells of a table stay apart.
  private static func widened(_ text: String) -> String {
    guard text.contains(ascii: "\t") else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 64)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\t") { bytes.append(UInt8(ascii: " ")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A single line of a source, made safe.
  package static func cleanedLine(_ text: String) -> String {
    String(KeptText(plain(text)).string[...].trimmed)
  }

  /// A single line that was decoded already, made safe, with one blank in place of several.
  package static func safeLine(_ text: String) -> String {
    KeptText(text).string[...].words.joined(separator: " ")
  }

  /// The lines that hold something, in order; at most so many.
  package static func split(_ text: Substring, atMost limit: Int = .max) -> [TextLine] {
    var lines: [TextLine] = []
    var number = 0
    var isAfterBlank = true
    var start = text.startIndex
    for length in lengths(of: text) where lines.count < limit {
      let end = text.utf8.index(start, offsetBy: length)
      let line = text[start..<end]
      start = end < text.endIndex ? text.utf8.index(after: end) : end
      number += 1
      let trimmed = line.trimmed
      if trimmed.isEmpty {
        isAfterBlank = true
      } else {
        lines.append(
          TextLine(
            text: trimmed, number: number, isAfterBlank: isAfterBlank,
            isIndented: trimmed.startIndex > line.startIndex))
        isAfterBlank = false
      }
    }
    return lines
  }

  /// The length of each line in bytes, empty ones too.
  private static func lengths(of text: Substring) -> [Int] {
    var text = text
    return text.withUTF8 { bytes in
      var lengths: [Int] = []
      var start = 0
      while let end = bytes.offset(of: UInt8(ascii: "\n"), from: start) {
        lengths.append(end - start)
        start = end + 1
      }
      lengths.append(bytes.count - start)
      return lengths
    }
  }
}
