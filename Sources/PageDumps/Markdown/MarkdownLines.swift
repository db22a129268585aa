import TextScanning

/// The second pass over a text in Markdown: takes the marks out of each line and tells what it was made of.
struct MarkdownLines {
  private(set) var output: [UInt8] = []
  private(set) var kinds: [Int: TextLine.Kind] = [:]
  private var number = 0
  /// How many links are open where a line begins: their words may stand on several.
  private var links = 0
  /// Whether the line above is empty.
  private var isBelowBlank = true
  /// Where the line above begins in the output.
  private var startAbove = 0

  /// - Parameter inline: what `MarkdownScanner` leaves.
  init(_ inline: [UInt8]) {
    output.reserveCapacity(inline.count)
    for line in inline.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if number > 1 { output.append(UInt8(ascii: "\n")) }
      take(line)
    }
  }

  private mutating func take(_ line: ArraySlice<UInt8>) {
    let start = output.count
    defer {
      startAbove = start
      isBelowBlank = output[start...].allSatisfy { $0 == 0x20 }
    }
    if Self.isTableRule(line) || Self.isRule(line) || Self.isDefinition(line) { return }
    if Self.isUnderline(line), !isBelowBlank, output[startAbove] != UInt8(ascii: "#") {
      output.insert(contentsOf: "# ".utf8, at: startAbove)
      return
    }
    var words = Words()
    let isInLink = links > 0
    append(line, counting: &words)
    kinds[number] = words.kind
    // The words of a picture within a link repeat the link's, or name a logo.
    if words.kind == .picture, isInLink || words.hadLink { erase(from: start) }
  }

  private mutating func erase(from start: Int) {
    output.removeLast(output.count - start)
    kinds[number] = nil
  }
}

// MARK: - Lines that only draw something

extension MarkdownLines {
  /// `---|---`
  private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(UInt8(ascii: "|")) && line.contains(UInt8(ascii: "-")) && line.allSatisfy { tableRule.contains($0) }
  }

  private static let tableRule = Set("-|: ".utf8)

  /// `* * *`
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    var count = 0
    for byte in line where byte != 0x20 {
      guard byte == UInt8(ascii: "*") else { return false }
      count += 1
    }
    return count >= 3
  }

  /// The line under a headline: `====`
  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  /// `   [1]: https://…`
  private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "[") else { return false }
    let digits = rest.dropFirst().prefix(5).prefix(while: \.isDigit)
    return !digits.isEmpty && rest.dropFirst(1 + digits.count).starts(with: "]: ".utf8)
  }
}

// MARK: - Within a line

extension MarkdownLines {
  /// How many letters and digits of a line stand where; the digits of a date beside a link do not count.
  private struct Words {
    var inLinks = 0
    var outside = 0
    var inPictures = 0
    var hadLink = false

    /// A date or a short label beside a link leaves it one.
    var kind: TextLine.Kind? {
      if inLinks > 0, inLinks >= outside * 4 { return .links }
      return inPictures > 0 && inLinks + outside == 0 ? .picture : nil
    }
  }

  /// Appends the words of a line, without marks of links and of emphasis.
  private mutating func append(_ line: ArraySlice<UInt8>, counting words: inout Words) {
    let hasWords = Self.hasWordsOutsidePictures(line)
    var pictures = 0
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      switch byte {
      case MarkdownSign.linkStart:
        links += 1
        words.hadLink = true
      case MarkdownSign.linkEnd: links = max(0, links - 1)
      case MarkdownSign.pictureStart: pictures += 1
      case MarkdownSign.pictureEnd: pictures = max(0, pictures - 1)
      case MarkdownSign.nothing: break
      case MarkdownSign.star: output.append(UInt8(ascii: "*"))
      case MarkdownSign.underline: output.append(UInt8(ascii: "_"))
      case UInt8(ascii: "*"), UInt8(ascii: "_"):
        let run = line[index...].prefix { $0 == byte }.count
        output.append(contentsOf: repeatElement(byte, count: Self.kept(of: run, of: byte, in: line, at: index)))
        index += run
        continue
      default:
        if pictures > 0, hasWords { break }
        output.append(byte)
        guard Self.beginsWord(byte) else { break }
        if pictures > 0 {
          words.inPictures += 1
        } else if links > 0 {
          words.inLinks += 1
        } else if !byte.isDigit {
          words.outside += 1
        }
      }
      index += 1
    }
  }

  private static func beginsWord(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || (byte >= 0xe4 && byte < 0xee)
  }

  private static func hasWordsOutsidePictures(_ line: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for byte in line {
      if byte == MarkdownSign.pictureStart {
        depth += 1
      } else if byte == MarkdownSign.pictureEnd {
        depth = max(0, depth - 1)
      } else if depth == 0, beginsWord(byte) {
        return true
      }
    }
    return false
  }

  /// How many of a run of stars or lines belong to the words: those of emphasis do not.
  private static func kept(of run: Int, of byte: UInt8, in line: ArraySlice<UInt8>, at index: Int) -> Int {
    let after = line[(index + run)...]
    if byte == UInt8(ascii: "*") {
      guard run > 1 else { return 1 }
      // Shares under special treatment are called so.
      return run > 2 && after.starts(with: "ST".utf8) ? 1 : 0
    }
    // A line to write on is no emphasis.
    if run > longestMark { return run }
    let before = index > line.startIndex ? line[index - 1] : 0x20
    let isOpening = isEdge(before) && !(after.first.map { $0 == 0x20 } ?? true)
    let isClosing = isEdge(after.first ?? 0x20) && before != 0x20
    if run > 1 { return isEdge(before) || isEdge(after.first ?? 0x20) ? 0 : run }
    if isOpening, let end = after.prefix(longestEmphasis).firstIndex(of: byte) {
      return isEdge(after[(end + 1)...].first ?? 0x20) ? 0 : 1
    }
    if isClosing { return line[..<index].suffix(longestEmphasis).contains(byte) ? 0 : 1 }
    return isEdge(before) && isEdge(after.first ?? 0x20) ? 0 : 1
  }

  /// In bytes.
  private static let longestEmphasis = 200
  private static let longestMark = 3

  /// What may stand beside a mark of emphasis: a blank, a mark, the edge of a link.
  private static func isEdge(_ byte: UInt8) -> Bool {
    MarkdownSign.isSign(byte) || (byte < 0x80 && !byte.isLetter && !byte.isDigit && byte != UInt8(ascii: "_"))
  }
}
