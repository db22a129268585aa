import ArticleFields
import TextScanning

/// Takes apart the first and the last line of bodies whose crawler joined short elements by plain commas:
/// `原标题：某公司年报,来源：某报,张三,去年以来……`, `……以公告为准。,责任编辑：赵六`.
enum ArticleLead {
  /// The lines with such elements as lines of their own.
  ///
  /// - Parameter title: the headline, which is left out where it is one of the elements.
  static func split(_ lines: [TextLine], title: Substring) -> [TextLine] {
    var lines = lines
    let first = lines.firstIndex { $0.text.utf8.count >= 600 || !Boilerplate.matches($0.text, at: .edge) }
    if let first { lines.replaceSubrange(first...first, with: elements(of: lines[first], title)) }
    let last = lines.suffix(2)
    lines.replaceSubrange(last.indices, with: last.flatMap(withNoticeApart))
    return lines
  }

  private static func elements(of line: TextLine, _ title: Substring) -> [TextLine] {
    var rest = line.text
    var elements: [TextLine] = []
    if let (note, after) = originalTitle(in: rest) {
      elements.append(line.with(note))
      rest = after
    }
    while let end = separator(in: rest) {
      let piece = rest[..<end].trimmed
      let isField = FieldLine.key(at: piece)?.0.isStrong ?? false
      guard isField || Byline.names(in: piece) != nil || piece == title else { break }
      let after = rest[end...].dropFirst().trimmed
      guard !after.isEmpty else { break }
      if piece != title { elements.append(line.with(piece)) }
      rest = after
    }
    return elements + [line.with(rest)]
  }

  /// `（原标题：……）` directly before the text.
  private static func originalTitle(in text: Substring) -> (note: Substring, rest: Substring)? {
    guard let first = text.unicodeScalars.first, first == "（" || first == "(",
      let (key, _) = FieldLine.key(at: text.dropFirst()), key == .originalTitle,
      let end = text.unicodeScalars.prefix(reach / 3).firstIndex(where: { $0 == "）" || $0 == ")" })
    else { return nil }
    let after = text.unicodeScalars.index(after: end)
    let rest = text[after...].trimmed
    return rest.isEmpty ? nil : (text[..<after], rest)
  }

  /// `……以公告为准。,责任编辑：赵六`, `……龙头,免责声明：……`: the note behind the text as a line of its own.
  private static func withNoticeApart(_ line: TextLine) -> [TextLine] {
    let notes: [(opening: String, longest: Int)] = [(",责任编辑", 70), (",免责声明", .max)]
    for note in notes {
      guard let mark = line.text.range(ofBytes: note.opening), mark.lowerBound > line.text.startIndex,
        line.text[mark.lowerBound...].utf8.count < note.longest,
        line.text[mark.upperBound...].unicodeScalars.first.map(Punctuation.colons.contains) ?? false
      else { continue }
      return [line.with(line.text[..<mark.lowerBound]), line.with(line.text[mark.lowerBound...].dropFirst())]
    }
    return [line]
  }

  /// How many bytes such an element has at most.
  private static let reach = 400

  /// The first comma that does not stand in a number.
  private static func separator(in text: Substring) -> Substring.Index? {
    var copy = text
    let offset = copy.withUTF8 { bytes -> Int? in
      let start = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
      var next = 0
      while let comma = start.offset(of: UInt8(ascii: ","), from: next) {
        next = comma + 1
        guard comma > 0, bytes[comma - 1].isDigit, next < bytes.count, bytes[next].isDigit else { return comma }
      }
      return nil
    }
    return offset.map { text.utf8.index(text.startIndex, offsetBy: $0) }
  }
}

extension TextLine {
  /// The same place with other text.
  fileprivate func with(_ text: Substring) -> TextLine {
    TextLine(text: text, number: number, isAfterBlank: isAfterBlank, isIndented: isIndented)
  }
}
