import TextScanning

/// A line of `key: value` fields as they stand under a headline, in any order and with whatever between them.
package struct FieldLine {
  package struct Field {
    package var key: FieldKey
    package var value: Substring

    package init(key: FieldKey, value: Substring) {
      self.key = key
      self.value = value
    }
  }

  /// What stands before the first key.
  package var lead: Substring
  package var fields: [Field]

  /// Reads the line; nil where no key with a colon stands in it.
  ///
  /// A key may be glued to the value before it (`投资时报发布时间:…`), as crawlers drop the blanks between elements, unless
  /// it is a Latin word.
  package init?(_ line: Substring) {
    var fields: [Field] = []
    var lead: Substring?
    var valueStart = line.startIndex
    var key: FieldKey?
    let scalars = line.unicodeScalars
    var position = scalars.startIndex
    var isTokenStart = true
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if isTokenStart || scalar.isIdeograph, let (next, rest) = Self.key(at: line[position...]) {
        let before = line[valueStart..<position]
        if let key { fields.append(Field(key: key, value: Self.cleaned(before))) } else { lead = before }
        key = next
        valueStart = rest.startIndex
        position = rest.startIndex
        isTokenStart = true
        continue
      }
      isTokenStart = !scalar.isASCIILetter && !scalar.isASCIIDigit && !scalar.isIdeograph
      scalars.formIndex(after: &position)
    }
    guard let key else { return nil }
    fields.append(Field(key: key, value: Self.cleaned(line[valueStart...])))
    self.lead = Self.cleaned(lead ?? "")
    self.fields = fields
  }

  /// The key at the start of the text and what follows its colon.
  package static func key(at text: Substring) -> (FieldKey, Substring)? {
    guard let (key, afterKey) = FieldKey.table.match(text) else { return nil }
    let rest = afterKey.trimmed
    guard let colon = rest.unicodeScalars.first, Punctuation.colons.contains(colon) else { return nil }
    return (key, Substring(rest.unicodeScalars.dropFirst()))
  }

  /// A value without the marks that separate it from its neighbours.
  private static func cleaned(_ value: Substring) -> Substring {
    // A bracket without its pair belongs to what stands beside: `[日期：…] 来源：…  [字体：…]`.
    value.trimmed(of: Punctuation.fieldSeparators).trimmedEnd(of: ["[", "【", "(", "（"])
      .trimmed(of: Punctuation.fieldSeparators)
  }
}
