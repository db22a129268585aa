public import Foundation

extension Query {
  /// The query in words of the query language, such as `tag:IPO is:unread since:2022-06-15`; empty for all articles.
  ///
  /// Moments are shown in `zone`. `since:` and `until:` both include what they name, so a day that a query ends with is the
  /// last one that is shown.
  public func description(in zone: TimeZone) -> String {
    switch self {
    case .all: ""
    case .and(let terms): terms.map { $0.operand(in: zone, inside: self) }.joined(separator: " ")
    case .or(let terms): terms.map { $0.operand(in: zone, inside: self) }.joined(separator: " OR ")
    case .not(let term): "-" + term.operand(in: zone, inside: self)
    case .tag(let name): "tag:" + name.quotedForQuery
    case .source(let name): "source:" + name.quotedForQuery
    case .label(let name): "label:" + name.quotedForQuery
    case .unread: "is:unread"
    case .read: "is:read"
    case .starred: "is:starred"
    case .stub: "is:stub"
    case .muted: "is:muted"
    case .since(let moment): "since:" + moment.firstNamed(in: zone)
    case .until(let moment): "until:" + moment.lastNamed(in: zone)
    case .title(let text): "title:" + text.quotedForQuery
    case .text(let text): text.quotedAsWord
    case .author(let name): "author:" + name.quotedForQuery
    case .regex(let pattern): "/" + pattern.slashesEscaped + "/"
    }
  }

  /// The description as a part of `outer`, in parentheses where it would be read differently without.
  private func operand(in zone: TimeZone, inside outer: Query) -> String {
    let text = description(in: zone)
    switch (outer, self) {
    case (_, .or), (.not, .and): return "(" + text + ")"
    case (_, .all): return "()"
    default: return text
    }
  }
}

extension String {
  /// A word by itself, in quotation marks where it would be read as something else.
  fileprivate var quotedAsWord: String {
    let isPlain = !hasPrefix("-") && !hasPrefix("/") && self != "OR" && !contains(":") && !contains("：")
    return isPlain ? quotedForQuery : quoted
  }

  fileprivate var quotedForQuery: String {
    let isPlain =
      !isEmpty && !unicodeScalars.contains { $0.properties.isWhitespace || "()（）\"“\\".unicodeScalars.contains($0) }
    return isPlain ? self : quoted
  }

  /// A pattern as it stands between slashes: a backslash takes the next character with it.
  fileprivate var slashesEscaped: String {
    var result = ""
    var rest = self[...]
    while let character = rest.popFirst() {
      if character == "/" { result.append("\\") }
      result.append(character)
      if character == "\\", let next = rest.popFirst() { result.append(next) }
    }
    return result
  }

  private var quoted: String { "\"" + replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }
}

extension Timestamp {
  /// The shortest name of a stretch of time that begins here: a day, a minute or a second.
  fileprivate func firstNamed(in zone: TimeZone) -> String {
    let time = CivilTime(self, in: zone)
    return time.hour == 0 && time.minute == 0 && time.second == 0
      ? time.isoDate : time.named(withSeconds: time.second != 0)
  }

  /// The shortest name of a stretch of time that ends just before this: a day, a minute or a second.
  fileprivate func lastNamed(in zone: TimeZone) -> String {
    let time = CivilTime(self, in: zone)
    if time.second != 0 { return CivilTime(self - 1, in: zone).named(withSeconds: true) }
    if time.hour != 0 || time.minute != 0 { return CivilTime(self - 60, in: zone).named(withSeconds: false) }
    return CivilTime(dayNumber: time.dayNumber - 1).isoDate
  }
}

extension CivilTime {
  fileprivate func named(withSeconds: Bool) -> String {
    isoDate + "T" + clock + (withSeconds ? (second < 10 ? ":0" : ":") + String(second) : "")
  }
}
