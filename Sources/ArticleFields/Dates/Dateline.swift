import TextScanning

/// The dateline that opens a report: agency or paper, place, day, and a word that ends it.
package enum Dateline {
  /// The agency or paper in the dateline of a paragraph: `某社东港3月2日电`, `某报讯`, `某网3月2日讯（记者…`; nil for `本报讯`.
  package static func source(of paragraph: Substring) -> String? {
    let start = paragraph.unicodeScalars.prefix(reach).drop { $0.isBlank || openings.contains($0) }
    guard let end = start.indices.first(where: { ends.contains(start[$0]) && isOver(start[start.index(after: $0)...]) })
    else { return nil }
    // A place and a day may stand between the name and the word.
    let name = start[..<end].prefix { !$0.isASCIIDigit && !$0.isBlank }
    guard let first = name.first, first != "本", first != "据", name.count <= longest,
      name.allSatisfy({ $0.isIdeograph || $0.isASCIILetter }), let house = name.firstIndex(where: houses.contains)
    else { return nil }
    let rest = name[house...].prefix(while: houses.contains)
    let source = name[..<rest.endIndex]
    return source.count > 1 ? String(source) : nil
  }

  /// In characters.
  private static let reach = 30
  private static let longest = 14
  private static let openings: ScalarSet = ["【", "（", "(", "■", "●"]
  private static let ends: ScalarSet = ["讯", "电", "訊", "電"]
  private static let houses: ScalarSet = ["社", "报", "報", "网", "網", "台"]

  /// Whether the text begins behind the word: after a blank, brackets or a mark, or with a day.
  private static func isOver(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard let next = rest.first else { return false }
    return next.isBlank || next.isASCIIDigit || "（(，,：:】)）".unicodeScalars.contains(next)
  }
}
