import TextScanning

/// A line that names one role and who filled it, with a bar or a stroke between: `编辑｜王芳`, `图/某图库`, `来源 | 某报`.
package struct CreditLine {
  package var key: FieldKey
  package var value: Substring

  /// Reads the line; nil for any other. A blank is enough between an editor's role and a name.
  package init?(_ line: Substring) {
    guard line.utf8.count <= Self.longest, let (key, rest) = FieldKey.table.match(line) else { return nil }
    let marked = rest.trimmed
    guard let mark = marked.unicodeScalars.first else { return nil }
    if Self.marks.contains(mark) {
      let value = Substring(marked.unicodeScalars.dropFirst()).trimmed
      guard !value.isEmpty, PaperName.isName(value) else { return nil }
      self.value = value
    } else {
      // `Editing by machine cut the cost` is a sentence: names begin with capitals.
      guard key == .editor, rest.unicodeScalars.first?.isBlank ?? false, !mark.properties.isLowercase,
        marked.words.allSatisfy(Byline.isName)
      else { return nil }
      value = marked
    }
    switch key {
    case .source, .author, .editor, .figure: self.key = key
    default: return nil
    }
  }

  private static let longest = 90
  private static let marks: ScalarSet = ["|", "｜", "丨", "/", "／"]
}
