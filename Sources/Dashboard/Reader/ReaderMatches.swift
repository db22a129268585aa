import TextBasics

/// What was found in the article that is read, and which of it was stepped to.
struct ReaderMatches: Hashable, Sendable {
  /// One find; it has a piece in each line that it goes through.
  struct Match: Hashable, Sendable {
    var pieces: [Piece]
    var line: Int { pieces.first?.line ?? 0 }
  }

  struct Piece: Hashable, Sendable {
    var line: Int
    var range: Range<String.Index>
  }

  let highlights: Highlights
  /// In the order of the text.
  let matches: [Match]
  var current: Int?

  /// Looks through all passages, so that a find may go on from one line to the next.
  init(_ highlights: Highlights, in document: Document) {
    self.highlights = highlights
    matches = document.passages.enumerated().flatMap { number, passage -> [Match] in
      let annotated = AnnotatedText(passage.text, additions: passage.additions)
      let text = passage.additions.isEmpty ? passage.text : SafeText(lines: annotated.plain)
      let utf8 = text.string.utf8
      return highlights.ranges(in: text, of: Highlights.Places(passage.role)).map { range in
        let bytes =
          utf8.distance(
            from: utf8.startIndex, to: range.lowerBound)..<utf8.distance(
            from: utf8.startIndex, to: range.upperBound)
        return Match(pieces: document.pieces(of: annotated.range(ofPlain: bytes), in: number))
      }
    }.filter { !$0.pieces.isEmpty }
  }

  /// The pieces that lie in one line, with the number of the match that each belongs to.
  func pieces(inLine line: Int) -> [(match: Int, piece: Piece)] {
    matches.enumerated().flatMap { index, match in
      match.pieces.filter { $0.line == line }.map { (index, $0) }
    }
  }

  /// Goes to the next match in a direction; false where it went around the end.
  mutating func step(_ direction: Int, from line: Int) -> Bool {
    guard !matches.isEmpty else { return true }
    guard let now = current else {
      // The first step goes to what is in view or follows it.
      let ahead = matches.firstIndex { $0.line >= line }
      current = direction > 0 ? ahead ?? 0 : ((ahead ?? matches.count) + matches.count - 1) % matches.count
      return true
    }
    let next = now + direction
    current = (next + matches.count) % matches.count
    return matches.indices.contains(next)
  }
}

extension Document {
  /// The parts of lines that a range of a passage, in bytes of UTF-8, goes through.
  fileprivate func pieces(of range: Range<Int>, in number: Int) -> [ReaderMatches.Piece] {
    passages[number].lines.flatMap { line in
      parts(ofLine: line).filter { $0.passage == number }.compactMap { part in
        let shown = range.clamped(to: part.offset..<part.offset + part.count)
        guard !shown.isEmpty else { return nil }
        let utf8 = lines[line].text.string.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: shown.lowerBound - part.offset + part.lineOffset)
        return ReaderMatches.Piece(line: line, range: start..<utf8.index(start, offsetBy: shown.count))
      }
    }
  }

  private func parts(ofLine number: Int) -> [DocumentLine.Part] {
    let line = lines[number]
    guard line.parts.isEmpty else { return line.parts }
    return [
      DocumentLine.Part(passage: line.passage, offset: line.offset, lineOffset: 0, count: line.text.string.utf8.count)
    ]
  }
}

extension Highlights.Places {
  /// The part of the article that a passage belongs to.
  fileprivate init(_ role: DocumentRole) {
    switch role {
    case .title: self = .title
    case .meta: self = .meta
    case .summary, .text, .heading, .quote, .list, .tableHead, .table, .code, .figure: self = .body
    case .tags, .relatedTitle, .related, .linksTitle, .link, .note, .blank: self = .beside
    }
  }
}
