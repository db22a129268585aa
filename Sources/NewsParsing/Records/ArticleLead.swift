/// Takes apart the first line of bodies whose crawler joined short elements by commas:
/// `原标题：某公司年报,来源：某报,去年以来……`.
enum ArticleLead {
  static func split(_ lines: [TextLine]) -> [TextLine] {
    guard let first = lines.first, let (key, _) = FieldLine.key(at: first.text), key.isStrong,
      first.text.roughColumns > 100 || first.text.contains(anyOf: ["。"])
    else { return lines }
    var rest = first.text
    var fields: [TextLine] = []
    while let (key, value) = FieldLine.key(at: rest), key.isStrong, let end = separator(in: value) {
      fields.append(TextLine(text: rest[..<end].trimmed, number: first.number, isAfterBlank: true, isIndented: false))
      rest = value[end...].dropFirst().trimmed
    }
    guard !fields.isEmpty, !rest.isEmpty else { return lines }
    let remainder = TextLine(text: rest, number: first.number, isAfterBlank: true, isIndented: false)
    return fields + [remainder] + lines.dropFirst()
  }

  /// Where the value ends: at the first comma without a blank behind it that a crawler can have set.
  private static func separator(in value: Substring) -> Substring.Index? {
    let scalars = value.unicodeScalars
    for index in scalars.indices where scalars[index] == "," {
      let next = scalars.index(after: index)
      if next < scalars.endIndex, !scalars[next].isBlank, !scalars[next].isASCIIDigit { return index }
    }
    return nil
  }
}
