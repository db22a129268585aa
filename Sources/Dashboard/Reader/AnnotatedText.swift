import TextBasics

/// A text with signs in it that are no part of what the article says: the numbers of links, gaps for the eye.
struct AnnotatedText: Hashable, Sendable {
  struct Addition: Hashable, Sendable {
    /// Where it stands, in bytes of UTF-8.
    var range: Range<Int>
    /// How many bytes of the article's own text stand before it.
    var plainOffset: Int
  }

  var text: String
  /// In their order.
  private(set) var additions: [Addition] = []

  init(_ text: String) { self.text = text }

  /// A text that was laid out, with what was added to it.
  init(_ text: SafeText, additions: [Addition]) {
    self.text = text.string
    self.additions = additions
  }

  /// Appends text of the article.
  mutating func append(_ plain: Substring) { text += plain }

  /// Appends what the article does not say.
  mutating func add(_ sign: String) {
    let start = text.utf8.count
    text += sign
    additions.append(Addition(range: start..<text.utf8.count, plainOffset: start - added(before: additions.count)))
  }

  /// The article's own text.
  var plain: String {
    guard !additions.isEmpty else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var copy = text
    copy.withUTF8 { all in
      var start = 0
      for addition in additions {
        bytes += all[start..<addition.range.lowerBound]
        start = addition.range.upperBound
      }
      bytes += all[start...]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A range of the article's own text, in bytes, as it lies in this one. What stands at its ends is no part of it.
  func range(ofPlain plain: Range<Int>) -> Range<Int> {
    let lower = plain.lowerBound + added(before: firstIndex { $0.plainOffset > plain.lowerBound })
    let upper = plain.upperBound + added(before: firstIndex { $0.plainOffset >= plain.upperBound })
    return lower..<max(lower, upper)
  }

  /// The bytes of the first additions, that many.
  private func added(before index: Int) -> Int {
    guard index > 0 else { return 0 }
    let last = additions[index - 1]
    return last.range.upperBound - last.plainOffset
  }

  /// The first addition of which a condition holds, which holds of all after it, too.
  private func firstIndex(where isBeyond: (Addition) -> Bool) -> Int {
    var (low, high) = (0, additions.count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(additions[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

extension AnnotatedText {
  /// A thin blank: it breaks no line that could not be broken there, and vanishes at the end of one. Drawn as a blank.
  static let gap = "\u{2009}"

  /// With a gap wherever Han and Latin signs or digits touch: `投入 1.2 亿元`, `在 A 股`.
  func withGaps() -> AnnotatedText {
    var result = AnnotatedText("")
    var rest = additions[...]
    var before = Script.other
    var start = text.startIndex
    var index = start
    while index < text.endIndex {
      let scalar = text.unicodeScalars[index]
      if let next = rest.first, text.utf8.distance(from: text.startIndex, to: index) == next.range.lowerBound {
        result.append(text[start..<index])
        index = text.utf8.index(index, offsetBy: next.range.count)
        result.add(String(text[text.utf8.index(index, offsetBy: -next.range.count)..<index]))
        (start, before, rest) = (index, .other, rest.dropFirst())
        continue
      }
      let script = Script(scalar, after: before)
      if script.isApart(from: before) {
        result.append(text[start..<index])
        result.add(Self.gap)
        start = index
      }
      before = script
      index = text.unicodeScalars.index(after: index)
    }
    result.append(text[start...])
    return result
  }

  private enum Script {
    case han, latin, other

    init(_ scalar: Unicode.Scalar, after before: Script) {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: self = .latin
      // What closes a number is part of it.
      case 0x25 where before == .latin: self = .latin
      case 0x3041...0x3096, 0x30A1...0x30FA, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: self = .han
      // A mark stands on what is before it.
      case 0x300...0x36F: self = before
      default: self = .other
      }
    }

    func isApart(from before: Script) -> Bool {
      self == .han && before == .latin || self == .latin && before == .han
    }
  }
}
