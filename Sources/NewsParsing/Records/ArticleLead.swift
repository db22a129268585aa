/// Takes apart the first line of bodies whose crawler joined short elements by plain commas:
/// `原标题：某公司年报,来源：某报,张三,去年以来……`.
enum ArticleLead {
  static func split(_ lines: [TextLine], title: Substring) -> [TextLine] {
    guard let first = lines.first, first.text.utf8.contains(UInt8(ascii: ",")) else { return lines }
    var rest = first.text
    var pieces: [TextLine] = []
    func add(_ text: Substring) {
      pieces.append(TextLine(text: text, number: first.number, isAfterBlank: true, isIndented: false))
    }
    while let end = separator(in: rest) {
      let piece = rest[..<end].trimmed
      let isField = FieldLine.key(at: piece)?.0.isStrong ?? false
      guard isField || Byline.names(in: piece) != nil || piece == title else { break }
      if piece != title { add(piece) }
      rest = rest[end...].dropFirst().trimmed
      if rest.isEmpty { return lines }
    }
    if pieces.isEmpty, rest.startIndex == first.text.startIndex { return lines }
    add(rest)
    return pieces + lines.dropFirst()
  }

  /// How many bytes such an element has at most.
  private static let reach = 400

  /// The first comma that does not stand in a number.
  private static func separator(in text: Substring) -> Substring.Index? {
    var before: UInt8 = 0
    for index in text.utf8.indices.prefix(reach) {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: ","),
        !before.isDigit || !(text.utf8[text.utf8.index(after: index)...].first?.isDigit ?? false)
      {
        return index
      }
      before = byte
    }
    return nil
  }
}
