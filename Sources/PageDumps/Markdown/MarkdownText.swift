import TextScanning

/// The text of a page that a tool saved as Markdown, without the marks: links and pictures become their words, and escapes are undone.
///
/// What tells the blocks apart (`#` before a heading, bullets, `>`, the bars of a table) stays. A text without any of these marks
/// stays as it is. Linear in the length of the text.
struct MarkdownText {
  let text: String
  /// What the lines that are not simply words were made of, by their numbers from 1.
  let kinds: [Int: TextLine.Kind]

  /// - Parameter source: decoded and made safe, as `TextLines.cleaned` gives it.
  init(_ source: String) {
    guard Self.isMarked(source) else {
      (text, kinds) = (source, [:])
      return
    }
    var source = source
    let inline = source.withUTF8 { bytes in
      var scanner = MarkdownScanner(bytes)
      scanner.scan()
      return scanner.output
    }
    let lines = MarkdownLines(inline)
    (text, kinds) = (String(decoding: lines.output, as: UTF8.self), lines.kinds)
  }

  /// The lines that hold something; at most so many.
  func lines(atMost limit: Int) -> [TextLine] {
    var lines = TextLines.split(text[...], atMost: limit)
    guard !kinds.isEmpty else { return lines }
    for index in lines.indices { lines[index].kind = kinds[lines[index].number] ?? .words }
    return lines
  }

  private static func isMarked(_ text: String) -> Bool {
    if text.hasPrefix("# ") || text.hasPrefix("* ") { return true }
    return marks.contains { text.holds($0) }
  }

  private static let marks = [
    "[2]", "\nReferences\n",
    ".jpg]", ".png]", ".gif]", ".jpeg]", ".svg]", "[svg+xml", "[]", "[ ", "\n[", "\n  [",

    "](", "][", "\n===", "* * *", "**", "\n# ", "\n## ", "\n### ", "\n  * ", "---|---", "\n\\- ",
  ]
}

/// Bytes that no text in UTF-8 holds: the first pass leaves them for the second.
enum MarkdownSign {
  static let linkStart: UInt8 = 0xf9
  static let linkEnd: UInt8 = 0xfa
  static let pictureStart: UInt8 = 0xfb
  static let pictureEnd: UInt8 = 0xfc
  /// A star and a line that a stroke before them made plain.
  static let star: UInt8 = 0xfd
  static let underline: UInt8 = 0xfe
  /// Nothing: a bracket stood here.
  static let nothing: UInt8 = 0xff

  static func isSign(_ byte: UInt8) -> Bool { byte >= linkStart }
}

/// The first pass over a text in Markdown: finds links, pictures and escapes, across lines where need be.
struct MarkdownScanner {
  private struct Bracket {
    var place: Int
    var isPicture: Bool
  }

  private(set) var output: [UInt8] = []
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Whether links are numbered, and their addresses stand at the end.
  private let isNumbered: Bool
  /// Where the words of a numbered link begin that opens its line; they end with it.
  private var lineLink: Int?
  private var position = 0
  /// The brackets that are open, innermost last.
  private var open: [Bracket] = []

  /// In bytes: what stands further apart is no pair.
  private static let longestLabel = 6_000
  /// Deeper brackets are no links.
  private static let mostOpen = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isNumbered = NumberedLinks.areIn(bytes)
    output.reserveCapacity(bytes.count)
  }

  mutating func scan() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): takeEscape()
      case UInt8(ascii: "["): takeOpening()
      case UInt8(ascii: "]"): takeClosing()
      case UInt8(ascii: "<"): takeBareAddress()
      case UInt8(ascii: "\n"):
        endLineLink()
        keep()
      default: keep()
      }
    }
    endLineLink()
  }

  private mutating func keep() {
    output.append(bytes[position])
    position += 1
  }

  private func byte(_ offset: Int) -> UInt8? { position + offset < bytes.count ? bytes[position + offset] : nil }

  private mutating func takeEscape() {
    guard let next = byte(1), Self.escaped.contains(next) else { return keep() }
    position += 2
    switch next {
    case UInt8(ascii: "*"): output.append(MarkdownSign.star)
    case UInt8(ascii: "_"): output.append(MarkdownSign.underline)
    default: output.append(next)
    }
  }

  private static let escaped = Set("\\`*_{}[]()#+-.!|\"~>".utf8)

  private mutating func takeOpening() {
    let isPicture = output.last == UInt8(ascii: "!")
    if open.count == Self.mostOpen { open.removeFirst() }
    open.append(Bracket(place: output.count, isPicture: isPicture))
    keep()
  }

  private mutating func takeClosing() {
    let bracket = open.popLast()
    guard let end = destinationEnd() ?? referenceEnd(bracket) else {
      if let bracket, isNumbered, takeNumber(from: bracket.place) { return }
      if let bracket, isPictureName(from: bracket.place) {
        output.removeLast(output.count - bracket.place)
        position += 1
        return
      }
      return keep()
    }
    position = end
    guard let bracket, output.count - bracket.place <= Self.longestLabel else { return }
    if bracket.isPicture { output[bracket.place - 1] = MarkdownSign.nothing }
    output[bracket.place] = bracket.isPicture ? MarkdownSign.pictureStart : MarkdownSign.linkStart
    output.append(bracket.isPicture ? MarkdownSign.pictureEnd : MarkdownSign.linkEnd)
  }

  /// `<https://…>`
  private mutating func takeBareAddress() {
    let rest = UnsafeBufferPointer(rebasing: bytes[(position + 1)...].prefix(2_000))
    guard rest.starts(with: "http".utf8),
      let length = rest.firstIndex(where: { $0 <= 0x20 || $0 == 0x3e || $0 == 0x3c }),
      rest[length] == UInt8(ascii: ">")
    else { return keep() }
    output.append(MarkdownSign.linkStart)
    output.append(contentsOf: rest[..<length])
    output.append(MarkdownSign.linkEnd)
    position += length + 2
  }
}

// MARK: - Links with numbers

extension MarkdownScanner {
  /// In bytes: what may stand before the first link of a line.
  private static let longestBullet = 12

  /// Takes the number of a link away (`[12]要闻`), which is known to begin there and not where it ends.
  private mutating func takeNumber(from place: Int) -> Bool {
    let label = output[(place + 1)...]
    guard (1...4).contains(label.count), label.allSatisfy(\.isDigit), byte(1) != UInt8(ascii: "[") else { return false }
    let before = output[..<place].suffix(Self.longestBullet)
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    let isFirst = (start ?? (place <= Self.longestBullet ? 0 : nil)).map { start in
      output[start..<place].allSatisfy { !$0.isLetter && !$0.isDigit && $0 < 0xe3 }
    }
    output.removeLast(output.count - place)
    position += 1
    if isFirst ?? false, lineLink == nil {
      lineLink = output.count
      output.append(MarkdownSign.linkStart)
    }
    return true
  }

  /// A line that opens with a link is one, unless it is a sentence.
  private mutating func endLineLink() {
    guard let start = lineLink else { return }
    lineLink = nil
    if output[start...].suffix(400).contains(ofSequence: "。") {
      output[start] = MarkdownSign.nothing
    } else {
      output.append(MarkdownSign.linkEnd)
    }
  }
}

extension Collection<UInt8> {
  fileprivate func contains(ofSequence text: String) -> Bool {
    let pattern = Array(text.utf8)
    guard count >= pattern.count else { return false }
    return indices.contains { self[$0...].starts(with: pattern) }
  }
}

// MARK: - What stands in brackets

extension MarkdownScanner {
  /// Whether the brackets hold the name of a picture's file, or nothing, as `lynx` and `w3m` write where a picture stood.
  private func isPictureName(from place: Int) -> Bool {
    let name = output[(place + 1)...]
    guard name.count <= Self.longestName, name.allSatisfy({ $0 < 0x7f && ($0 >= 0x20 || $0 == 0x0a) }) else {
      return false
    }
    let blanks = name.count { $0 <= 0x20 }
    // Wider ones are fields of a form.
    if blanks == name.count { return blanks <= Self.widestMissing && !name.contains(0x0a) }
    // Long names were broken into lines.
    guard name.count > 3, blanks * 30 <= name.count else { return false }
    if name.starts(with: "svg+xml".utf8) || name.starts(with: "data:".utf8) { return true }
    // Longer names come with what the server was asked for.
    if name.count > 40 { return true }
    if let point = name.lastIndex(of: UInt8(ascii: ".")) {
      let ending = String(decoding: name[(point + 1)...].prefix { $0.isLetter }, as: UTF8.self).lowercased()
      if Self.pictureEndings.contains(ending) { return true }
    }
    // A name that nobody would write: letters and digits in turns, cut at a fixed length.
    return name.count >= 12 && name.contains(where: \.isDigit) && name.contains(where: \.isLetter)
      && name.allSatisfy { $0.isDigit || $0.isLetter || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") }
  }

  private static let longestName = 2_000
  private static let widestMissing = 3
  private static let pictureEndings: Set<String> = ["jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "ico"]
}

// MARK: - Where links lead

extension MarkdownScanner {
  /// Where a destination in round brackets ends that begins behind the bracket here; nil where there is none.
  ///
  /// Tools leave blanks in addresses, and break long ones. A further link within shows that this is none; it also keeps many
  /// of them from costing much.
  private func destinationEnd() -> Int? {
    guard byte(1) == UInt8(ascii: "("), isDestination(at: position + 2) else { return nil }
    var depth = 1
    var breaks = 0
    var index = position + 2
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\n"): breaks += 1
      case UInt8(ascii: "\""):
        if let end = titleEnd(from: index + 1) { return end }
      case UInt8(ascii: "]"):
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "(") { return nil }
      default: break
      }
      if depth == 0 { return index + 1 }
      if breaks > 2 { return nil }
      index += 1
    }
    return nil
  }

  /// Whether what stands in the brackets leads anywhere: `(注释)` does not.
  private func isDestination(at start: Int) -> Bool {
    let head = bytes[min(start, bytes.count)...].prefix(200).prefix { $0 > 0x20 && $0 != 0x29 }
    guard let first = head.first else { return start < bytes.count && bytes[start] == UInt8(ascii: ")") }
    if first == UInt8(ascii: "/") || first == UInt8(ascii: ".") || first == UInt8(ascii: "#")
      || first == UInt8(ascii: "<")
    {
      return true
    }
    let name = head.prefix { $0.isLetter || $0.isDigit }
    let after = head.dropFirst(name.count).first
    return !name.isEmpty && after.map { Self.addressMarks.contains($0) } ?? false
  }

  private static let addressMarks = Set(":/._-?=%#".utf8)

  /// Behind the `")` that closes a title, which may hold brackets.
  private func titleEnd(from start: Int) -> Int? {
    var index = start
    while index + 1 < bytes.count, index < start + 400, bytes[index] != UInt8(ascii: "\n") {
      if bytes[index] == UInt8(ascii: "\""), bytes[index + 1] == UInt8(ascii: ")") { return index + 2 }
      index += 1
    }
    return nil
  }

  /// Behind the `[1]` of a link whose address stands elsewhere.
  private func referenceEnd(_ bracket: Bracket?) -> Int? {
    guard let bracket, output.count - bracket.place > 1, byte(1) == UInt8(ascii: "[") else { return nil }
    let digits = bytes[(position + 2)...].prefix(4).prefix(while: \.isDigit).count
    guard digits > 0, byte(2 + digits) == UInt8(ascii: "]") else { return nil }
    return position + 3 + digits
  }
}
