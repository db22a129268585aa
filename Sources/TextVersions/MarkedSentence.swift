/// A sentence that is not as it was, with the words that were taken out and those that came in.
package struct MarkedSentence: Hashable, Sendable {
  package enum Mark: Hashable, Sendable {
    case kept
    case removed
    case added
  }

  package struct Piece: Hashable, Sendable {
    package var text: String
    package var mark: Mark

    package init(_ text: String, _ mark: Mark) {
      self.text = text
      self.mark = mark
    }

    /// As wdiff writes it: `[-taken out-]`, `{+come in+}`.
    package var written: String {
      switch mark {
      case .kept: text
      case .removed: "[-\(text)-]"
      case .added: "{+\(text)+}"
      }
    }
  }

  /// In the order of reading; a sentence that was moved begins with `~`.
  package var pieces: [Piece]

  package init(_ pieces: [Piece]) { self.pieces = pieces }

  /// One thing in the place of another.
  package init(from old: String, to new: String) { pieces = [Piece(old, .removed), Piece(new, .added)] }

  /// All pieces as wdiff writes them.
  package var written: String { pieces.map(\.written).joined() }
}

extension MarkedSentence {
  /// The sentences that are not as they were, each on one line.
  package static func all(from old: String, to new: String) -> [MarkedSentence] {
    let (oldBytes, newBytes) = (Array(old.utf8), Array(new.utf8))
    func before(_ range: Range<Int>) -> String { String(decoding: oldBytes[range], as: UTF8.self) }
    func after(_ range: Range<Int>) -> String { String(decoding: newBytes[range], as: UTF8.self) }
    return TextDifference(from: oldBytes, to: newBytes).passages.compactMap { passage in
      var pieces: [Piece] = []
      switch passage.kind {
      case .same: return nil
      case .removed: pieces = [Piece(before(passage.old), .removed)]
      case .added: pieces = [Piece(after(passage.new), .added)]
      case .moved: pieces = [Piece("~ " + after(passage.new), .kept)]
      case .changed:
        var place = passage.old.lowerBound
        for words in passage.words {
          pieces += [
            Piece(before(place..<words.old.lowerBound), .kept), Piece(before(words.old), .removed),
            Piece(after(words.new), .added),
          ]
          place = words.old.upperBound
        }
        pieces.append(Piece(before(place..<passage.old.upperBound), .kept))
      }
      return MarkedSentence(onOneLine(pieces))
    }
  }

  /// Without line breaks, and without the blanks at both ends.
  private static func onOneLine(_ pieces: [Piece]) -> [Piece] {
    var pieces = pieces.map { Piece($0.text.withoutLineBreaks, $0.mark) }
    while let first = pieces.first {
      pieces[0].text = String(first.text.drop(while: \.isWhitespace))
      if !pieces[0].text.isEmpty { break }
      pieces.removeFirst()
    }
    while var last = pieces.popLast() {
      while last.text.last?.isWhitespace == true { last.text.removeLast() }
      guard last.text.isEmpty else { return (pieces + [last]).filter { !$0.text.isEmpty } }
    }
    return []
  }
}

extension String {
  /// With one blank in the place of line breaks.
  fileprivate var withoutLineBreaks: String {
    reduce(into: "") { text, character in
      if !character.isNewline { text.append(character) } else if text.last != " " { text.append(" ") }
    }
  }
}
