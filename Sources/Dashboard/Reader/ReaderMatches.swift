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
  /// So many words are looked for, and so far beyond the one before: bounds the time for a long text.
  private static let mostWords = 300
  private static let farthest = 24

  /// Where words stand, each with its place among them. They come in the order of the text, so that each is looked for behind the one
  /// before; one that is not found there is left out.
  func pieces(
    of words: [String], where isSought: @escaping (DocumentRole) -> Bool
  ) -> [(word: Int, piece: ReaderMatches.Piece)] {
    guard !words.isEmpty else { return [] }
    var texts = passages.indices.lazy.filter { isSought(passages[$0].role) }.makeIterator()
    var ahead: [(passage: Int, text: AnnotatedText, plain: String)] = []
    var start = 0
    var found: [(word: Int, piece: ReaderMatches.Piece)] = []
    for (place, word) in words.prefix(Self.mostWords).enumerated() {
      while ahead.count < Self.farthest, let next = texts.next() {
        let text = AnnotatedText(passages[next].text, additions: passages[next].additions)
        ahead.append((next, text, text.plain))
      }
      for index in ahead.indices {
        let from = index == 0 ? start : 0
        guard let range = ahead[index].plain.bytes(of: word, from: from) else { continue }
        found += pieces(of: ahead[index].text.range(ofPlain: range), in: ahead[index].passage).map { (place, $0) }
        ahead.removeFirst(index)
        start = range.upperBound
        break
      }
    }
    return found
  }

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

extension String {
  /// Where a text stands at or behind a place, in bytes of UTF-8.
  fileprivate func bytes(of text: String, from start: Int) -> Range<Int>? {
    let rest = utf8.dropFirst(start)
    guard let range = rest.firstRange(of: text.utf8) else { return nil }
    let lower = utf8.distance(from: utf8.startIndex, to: range.lowerBound)
    return lower..<lower + text.utf8.count
  }
}

extension DocumentRole {
  /// Whether companies are looked for in it: the title, and the text without its summary.
  var isAnalysed: Bool {
    switch self {
    case .title, .text, .heading, .quote, .list, .tableHead, .table, .code, .figure: true
    case .meta, .summary, .tags, .relatedTitle, .related, .linksTitle, .link, .note, .blank: false
    }
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
