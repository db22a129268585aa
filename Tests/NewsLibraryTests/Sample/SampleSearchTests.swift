import Foundation
import NewsModel
import Testing
import TextBasics

@testable import NewsLibrary

/// Searching the articles that come with the program: whatever is cut out of one of them is found wherever it stands.
@Suite struct SampleSearchTests {
  private static let pages = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../data/sample").standardized.path

  private func texts(of article: Article) -> [String] {
    let blocks = article.blocks.flatMap { block -> [String] in
      switch block {
      case .list(let items): items
      case .table(let rows): rows.flatMap(\.self)
      default: [block.text]
      }
    }
    return ([article.headline.title, article.summary ?? ""] + blocks).map(Folding.fold)
  }

  @Test func recallAndPrecisionAreOne() throws {
    let folder = try TestFolder()
    let sample = SampleLibrary(pages: Self.pages, storePath: folder.path + "/sample.db")
    let library = try NewsLibrary.open(sample, zone: .gmt)
    defer { try? library.close() }
    let headlines = try library.store.headlines(matching: .all, from: .start, limit: 1_000).headlines
    let articles = try headlines.compactMap { try library.store.article($0.key) }
    let truth = articles.map { (key: $0.headline.key, texts: texts(of: $0)) }
    #expect(truth.count > 90)

    for needle in cuts(from: truth.flatMap(\.texts), count: 400) + ["Ａ股", "降準", "％", "5g手机"] {
      let folded = Folding.fold(needle)
      // By the C library, which is quick in a debug build too.
      let expected = truth.filter { $0.texts.contains { strstr($0, folded) != nil } }.map(\.key)
      let page = try library.store.headlines(matching: .text(needle), from: .start, limit: 1_000)
      #expect(page.headlines.map(\.key) == expected, "\(needle)")
      #expect(try library.store.count(.text(needle)) == expected.count, "\(needle)")
    }
  }

  /// Pieces of one to nine characters from all places; the same in every run.
  private func cuts(from texts: [String], count: Int) -> [String] {
    let texts = texts.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
    return (0..<count).map { number in
      let text = texts[number * 7_919 % texts.count]
      let length = min(text.count, [1, 1, 2, 2, 3, 4, 5, 7, 9][number % 9])
      let start = number * 104_729 % (text.count - length + 1)
      var part = String.UnicodeScalarView()
      part.append(contentsOf: text[start..<start + length])
      return String(part)
    }
    .filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
