import NewsModel

/// What a server says of the time to come back, in seconds from now. None is negative.
package struct ServerHints: Hashable, Sendable {
  /// `Retry-After`, given as seconds or as a date.
  package var retryAfter: Int?
  /// `max-age` of `Cache-Control`.
  package var maxAge: Int?
  /// `Expires`; nil where it is in the past, or `0` as many servers write that do not mean it.
  package var expires: Int?

  package init(retryAfter: Int? = nil, maxAge: Int? = nil, expires: Int? = nil) {
    self.retryAfter = retryAfter
    self.maxAge = maxAge
    self.expires = expires
  }

  /// Reads the fields of an answer.
  ///
  /// - Parameters:
  ///   - field: the value of the field with this name.
  ///   - date: the moment that a date of HTTP names.
  ///   - now: by our clock. Dates are compared with the server's own, where it tells it.
  init(now: Timestamp, date: (String) -> Timestamp?, field: (String) -> String?) {
    let serverNow = field("Date").flatMap(date) ?? now
    func seconds(until text: String) -> Int? {
      guard let moment = date(text), moment >= serverNow else { return nil }
      return Int(moment - serverNow)
    }
    retryAfter = field("Retry-After").flatMap { text in Self.wholeSeconds(text) ?? seconds(until: text) }
    maxAge = field("Cache-Control").flatMap(Self.maxAge(in:))
    // A number is no date, whatever a lenient reader of dates makes of it.
    expires = field("Expires").flatMap { text in Self.wholeSeconds(text) == nil ? seconds(until: text) : nil }
  }

  /// A number of seconds, spaces around it allowed; no more than a hundred days.
  private static func wholeSeconds(_ text: String) -> Int? {
    let digits = trimmed(text.utf8)
    guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return min(Int(String(decoding: digits, as: UTF8.self)) ?? .max, 8_640_000)
  }

  private static func maxAge(in text: String) -> Int? {
    for directive in text.split(separator: ",") {
      let parts = directive.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, String(decoding: trimmed(parts[0].utf8), as: UTF8.self).lowercased() == "max-age" else {
        continue
      }
      return wholeSeconds(parts[1].filter { $0 != "\"" })
    }
    return nil
  }

  private static func trimmed<Bytes: BidirectionalCollection<UInt8>>(_ bytes: Bytes) -> Bytes.SubSequence {
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
    let end = bytes.lastIndex { $0 != 0x20 }.map(bytes.index(after:)) ?? start
    return bytes[start..<end]
  }
}
