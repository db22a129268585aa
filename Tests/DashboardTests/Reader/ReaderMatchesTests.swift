import Foundation
import NewsModel
import Testing
import TextBasics
import Wording

@testable import Dashboard

@Suite struct ReaderMatchesTests {
  private func document(width: Int, _ blocks: [Block]) -> Document {
    var article = SampleNews.article(0)
    article.blocks = blocks
    article.summary = nil
    let basis = Document.Basis(
      key: article.headline.key, width: width, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    return Document(article, words: Words(language: .zhHans), basis: basis)
  }

  /// The pieces of each match, as they are shown.
  private func found(_ text: String, in document: Document) -> [[String]] {
    ReaderMatches(Highlights(text: text), in: document).matches.map { match in
      match.pieces.map { String(document.lines[$0.line].text.string[$0.range]) }
    }
  }

  @Test func aWordThatGoesOverTheEndOfALineIsOneMatch() {
    let document = document(width: 10, [.paragraph("上半年消费金融增长")])
    #expect(found("消费金融", in: document) == [["消费", "金融"]])
  }

  @Test func aPhraseIsFoundThoughTheBlankInItEndsALine() {
    let document = document(width: 12, [.paragraph("the central bank decided today")])
    #expect(found("central bank", in: document) == [["central", "bank"]])
  }

  @Test func linesOfTheirOwnAreNotJoined() {
    let document = document(width: 20, [.paragraph("第一段说澜"), .paragraph("江业观察")])
    #expect(found("澜江", in: document).isEmpty)
  }

  @Test func lineBreaksInTheTextAreKept() {
    let document = document(width: 20, [.paragraph("甲\n\n  乙丙\n丁")])
    #expect(found("乙丙", in: document) == [["乙丙"]])
    #expect(found("丁", in: document) == [["丁"]])
  }

  @Test func everyLineKnowsItsPlaceInItsPassage() {
    for width in [8, 13, 30, 76] {
      let document = document(
        width: width, SampleNews.article(0).blocks + [.paragraph("A股  B股 and more words\n 首行 缩进"), .code("let a\n  b")])
      for line in document.lines where line.role != .related && line.parts.isEmpty {
        let text = document.passages[line.passage].text.string.utf8.dropFirst(line.offset)
        #expect(text.starts(with: line.text.string.utf8), "\(width): \(line.text)")
      }
    }
  }

  @Test func stepsBeginInViewAndGoAroundTheEnds() {
    let document = document(width: 40, (0..<5).map { .paragraph("第\($0)段央行") })
    let third = ReaderMatches(Highlights(text: "段央行"), in: document).matches[2].line
    #expect(stops(of: [1, 1, 1, 1, -1], from: third, in: document) == [2, 3, 4, 0, 4])
    #expect(stops(of: [-1], from: third, in: document) == [1])
  }

  /// Where steps in the given directions lead; every one that goes around an end must say so.
  private func stops(of directions: [Int], from line: Int, in document: Document) -> [Int?] {
    var matches = ReaderMatches(Highlights(text: "段央行"), in: document)
    return directions.map { direction in
      let before = matches.current
      let isOnward = matches.step(direction, from: line)
      let isBeyond = before.map { !matches.matches.indices.contains($0 + direction) } ?? false
      #expect(isOnward == !isBeyond)
      return matches.current
    }
  }
}
