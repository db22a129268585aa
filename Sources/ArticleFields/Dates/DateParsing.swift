import TextScanning

/// Finds dates in text, in all the forms that news pages use.
///
/// Numeric (`2022-06-15 05:42:09`, `2022/6/15`, `2022.06.15`, `06/15/2022`, `06-15 05:42`), Chinese (`2022年6月15日 5时42分`,
/// `6月15日下午3:05`), ISO 8601 with zone, RFC 5322 and English (`June 15, 2022 05:42`, `15 Jun 2022 5:42 PM EDT`).
/// One pass over the bytes.
package enum DateParsing {
  /// The first date in the text.
  package static func first(in text: Substring) -> FoundDate? {
    withBytes(of: text) { bytes in
      var scanner = DateScanner(bytes)
      return scanner.next()
    }
  }

  /// All dates in the text, in order.
  package static func all(in text: Substring) -> [FoundDate] {
    withBytes(of: text) { bytes in
      var scanner = DateScanner(bytes)
      var found: [FoundDate] = []
      while let date = scanner.next() { found.append(date) }
      return found
    }
  }

  /// The date that the text is, apart from blanks and brackets around it; `06-15` counts here.
  package static func whole(_ text: Substring) -> FoundDate? {
    let text = text.trimmed(of: brackets)
    guard (4...60).contains(text.utf8.count) else { return nil }
    return withBytes(of: text) { bytes in
      var scanner = DateScanner(bytes)
      scanner.acceptsCompact = true
      guard let date = scanner.next() else { return nil }
      // A weekday may stand before it, "Beijing time" behind it.
      let before = text.prefix(bytes: date.range.lowerBound).trimmed(of: [","])
      let after = text.dropFirst(bytes: date.range.upperBound).trimmed
      return isPadding(before) && isPadding(after) ? date : nil
    }
  }

  /// The time of day that the text is: `05:42`, `下午3:05`.
  static func clock(_ text: Substring) -> FoundDate.Clock? {
    let text = text.trimmed(of: brackets)
    guard (4...24).contains(text.utf8.count) else { return nil }
    return withBytes(of: text) { bytes in
      let scanner = DateScanner(bytes)
      guard var clock = scanner.clock(at: 0) else { return nil }
      scanner.zone(after: &clock)
      return clock.end == bytes.count && clock.value.isValid ? clock.value : nil
    }
  }

  /// The date of an ISO-like or compact form in a file's name.
  static func inFileName(_ name: String) -> FoundDate? {
    withBytes(of: name[...]) { bytes in
      var scanner = DateScanner(bytes)
      scanner.acceptsCompact = true
      while let date = scanner.next() { if date.year != nil { return date } }
      return nil
    }
  }

  private static let brackets: ScalarSet = ["(", ")", "（", "）", "[", "]", "【", "】", "|", "｜", "·", "-", "/"]

  /// Words that may stand beside a date without saying more.
  private static func isPadding(_ text: Substring) -> Bool {
    text.isEmpty || DateWords.padding.contains(text.lowercased())
  }

  private static func withBytes<R>(of text: Substring, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    var text = text
    return text.withUTF8(body)
  }
}

extension Substring {
  /// The first bytes; the count must not split a character.
  package func prefix(bytes count: Int) -> Substring { self[..<utf8.index(startIndex, offsetBy: count)] }

  package func dropFirst(bytes count: Int) -> Substring { self[utf8.index(startIndex, offsetBy: count)...] }
}
