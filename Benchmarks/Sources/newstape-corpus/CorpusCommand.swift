import ArgumentParser
import Corpus
import Foundation

/// `newstape-corpus`
@main
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newstape-corpus",
    abstract: "Writes invented news, the same at every run.",
    discussion: """
      Articles are written oldest first. The newest are the same whatever the number: a corpus of a thousand is the end of \
      one of a million.

      EXAMPLES:
        newstape-corpus --articles 100000 --output news.jsonl
        newstape-corpus --articles 1000 --format pages --output pages
        newstape-corpus --articles 12000 --format rss --output feed.xml
        newstape-corpus --articles 1000 --paragraphs-from ~/articles --output real.jsonl
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case pages
    case rss
  }

  @Option(help: "How many articles.")
  var articles = 1_000

  @Option(help: "JSON Lines in one file, saved pages in a folder a day, or one feed of RSS 2.0.")
  var format = Format.jsonl

  @Option(help: ArgumentHelp("The file, - for standard output, or the folder for pages.", valueName: "path"))
  var output: String

  @Option(help: "Characters of a body on average.")
  var characters = 700

  @Option(help: "Another number makes other articles.")
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      "Combine the paragraphs of the JSON Lines (title, body) in this folder instead of inventing text.",
      valueName: "folder"))
  var paragraphsFrom: String?

  func validate() throws {
    guard articles > 0 else { throw ValidationError("--articles must be positive.") }
    guard characters >= 60 else { throw ValidationError("--characters must be 60 at least.") }
    guard format != .pages || output != "-" else { throw ValidationError("Pages go into a folder.") }
  }

  func run() throws {
    let generator = try generator()
    switch format {
    case .jsonl: try writeLines(generator)
    case .pages: try writePages(generator)
    case .rss: try writeFeed(generator)
    }
  }

  private func generator() throws -> NewsGenerator {
    var options = NewsGenerator.Options()
    options.seed = seed
    options.meanLength = characters
    let vocabulary = try Vocabulary(data: Vocabulary.dataFolder)
    guard let paragraphsFrom else { return NewsGenerator(count: articles, vocabulary: vocabulary, options: options) }
    let paragraphs = try ParagraphCollection(folder: URL(filePath: paragraphsFrom))
    return NewsGenerator(count: articles, vocabulary: vocabulary, paragraphs: paragraphs, options: options)
  }

  private func writeLines(_ generator: NewsGenerator) throws {
    var sink = try ByteSink(path: output)
    var article = NewsArticle()
    for rank in (0..<generator.count).reversed() {
      generator.write(rank, to: &article)
      try sink.write { JSONLinesFormat.append(article, to: &$0) }
    }
    try sink.flush()
  }

  /// Newest first, as feeds are.
  private func writeFeed(_ generator: NewsGenerator) throws {
    var sink = try ByteSink(path: output)
    var article = NewsArticle()
    try sink.write { FeedFormat.appendStart(to: &$0) }
    for rank in 0..<generator.count {
      generator.write(rank, to: &article)
      try sink.write { FeedFormat.append(article, to: &$0) }
    }
    try sink.write { FeedFormat.appendEnd(to: &$0) }
    try sink.flush()
  }

  private func writePages(_ generator: NewsGenerator) throws {
    let format = PageFormat(generator)
    let folder = URL(filePath: output)
    var article = NewsArticle()
    var lastFolder = ""
    for rank in (0..<generator.count).reversed() {
      generator.write(rank, to: &article)
      let file = folder.appending(path: format.path(of: article))
      let parent = file.deletingLastPathComponent()
      if parent.path != lastFolder {
        try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
        lastFolder = parent.path
      }
      var sink = try ByteSink(path: file.path)
      try sink.write { format.append(article, to: &$0) }
      try sink.flush()
    }
  }
}
