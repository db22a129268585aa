// Bylines and sources that stand within running text: in brackets at its end, or in the dateline before its first sentence.
extension Byline {
  /// What the brackets at the end of a paragraph say beside the text.
  struct Signature {
    /// The paragraph without the brackets.
    var text: Substring
    var byline: String?
    var source: String?
  }

  /// `……较为稳定。（记者 张三）`, `……较为稳定。(来源:某报)`; nil where the paragraph ends otherwise.
  static func signature(endOf paragraph: Substring) -> Signature? {
    let scalars = paragraph.unicodeScalars
    guard let last = scalars.last, last == ")" || last == "）" else { return nil }
    let tail = scalars.suffix(longestNote)
    guard let open = tail.lastIndex(where: { $0 == "(" || $0 == "（" }), open > scalars.startIndex else { return nil }
    let text = paragraph[..<open].trimmed
    let inner = paragraph[scalars.index(after: open)..<scalars.index(before: scalars.endIndex)].trimmed
    guard text.endsSentence else { return nil }
    if let (key, value) = FieldLine.key(at: inner), key == .source || key == .editor {
      let name = value.trimmed
      guard !name.isEmpty, PageHeader.isName(name) else { return nil }
      return Signature(text: text, source: key == .source ? String(name) : nil)
    }
    return names(in: inner).map { Signature(text: text, byline: $0) }
  }

  private static let longestNote = 40

  /// `本报讯（记者 张三）……`, `某社6月15日电 记者张三报道:……`: the names in the dateline that opens a paragraph.
  static func names(inDatelineOf paragraph: Substring) -> String? {
    let start = Substring(paragraph.unicodeScalars.prefix(reach))
    guard let role = start.range(ofBytes: "记者") ?? start.range(ofBytes: "記者") else { return nil }
    let before = start[..<role.lowerBound]
    let isAfterDateline = datelines.contains { before.holds($0) }
    let rest = start[role.upperBound...]
    if let open = before.unicodeScalars.last(where: { !$0.isBlank && !"本报台网社".unicodeScalars.contains($0) }),
      open == "(" || open == "（"
    {
      guard let end = rest.unicodeScalars.firstIndex(where: { $0 == ")" || $0 == "）" }) else { return nil }
      return names(in: "记者 " + rest[..<end])
    }
    guard isAfterDateline, let end = rest.range(ofBytes: "报道") ?? rest.range(ofBytes: "報道") else { return nil }
    return names(in: "记者 " + rest[..<end.lowerBound])
  }

  private static let reach = 40
  private static let datelines = ["讯", "电", "消息", "報訊", "電", "訊"]
}
