import Corpus
import Foundation
import Testing

@Suite struct RecombiningWriterTests {
  private static let paragraphs = (0..<9).map { "第\($0)段：某公司的仓库昨夜恢复供电，装卸工人今晨照常上工，货船依次靠岸。" }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test func bodiesConsistOfTheGivenParagraphs() throws {
    try withFolder { folder in
      let lines = (0..<3).map { index in
        let body = Self.paragraphs[index * 3..<index * 3 + 3].joined(separator: "\\n")
        return "{\"title\": \"仓库恢复供电，货船依次靠岸第\(index)日\", \"body\": \"\(body)\"}\n"
      }
      try lines.joined().write(to: folder.appending(path: "own.jsonl"), atomically: true, encoding: .utf8)
      let collection = try ParagraphCollection(folder: folder)
      let generator = NewsGenerator(count: 30, vocabulary: try SharedNews.vocabulary.get(), paragraphs: collection)
      var article = NewsArticle()
      for rank in 0..<30 {
        generator.write(rank, to: &article)
        guard !article.isEnglish else { continue }
        let own = article.body.string.split(separator: "\n").map(String.init)
        #expect(!own.isEmpty && own.allSatisfy(Self.paragraphs.contains))
      }
    }
  }

  @Test func aFolderWithoutArticlesIsAnError() throws {
    try withFolder { folder in
      let error = CorpusError.noParagraphs(folder.path)
      #expect(throws: error) { try ParagraphCollection(folder: folder) }
    }
  }
}
