import ArgumentParser
import Foundation
import JSON
import NewsLibrary
import NewsModel
import NewsParsing
import SourceForms
import TextAnalysis
import TextBasics
import Wording

/// `newstape analyse`
struct AnalyseCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "analyse",
      .init("分析新闻说的是什么：公司、事件、分类、倾向。", "Tells what news is about: companies, events, topics and tone."),
      .init(
        """
        每篇输出一个 JSON 对象，各占一行：公司（代码、交易所、名称）、事件（类型、细类、方向、金额、百分比、主体）、分类、\
        倾向（positive、negative 或 neutral）、关键词、摘要。全部由规则和词表得出，不联网，不用新闻库。关键词和摘要都是原文\
        中的词句。没有的为 null。自己的词表（配置目录中的 tables.tsv）优先于程序的词表，其中有误的行报告位置并跳过。

        文件是一篇新闻，第一行为标题。加 --lines 时每行是一个 JSON 对象，含 id、title、text；有误的行报告行号并跳过。
        """,
        """
        Prints one JSON object for each article, on a line of its own: companies (code, exchange, name), events \
        (kind, detail, direction, amount, percentage, actor), topics, tone (positive, negative or neutral), \
        keywords and a summary. Rules and lists of words tell all of it, without a network and without the store. \
        Keywords and summary are words of the article. What is missing is null. Your own tables (tables.tsv in the \
        folder of the configuration) win; a row of them that is wrong is named by its place and passed over.

        A file is one article, its first line the headline. With --lines each line is a JSON object with id, \
        title and text; a line that is wrong is named by its number and passed over.
        """),
      examples: [
        "newstape analyse article.txt",
        "newstape analyse --lines news.jsonl | jq -r '[.id, .tone] | @tsv'",
        "newstape analyse --explain article.txt | jq .why.events",
        "echo '中信证券拟减持中信建投4.27亿股' | newstape analyse -",
      ])
  }

  @Argument(help: .text("文件；- 为标准输入。", "Files; - is standard input.", value: .file))
  var files: [String]

  @Flag(help: .text("每行是一篇新闻的 JSON 对象。", "Each line is an article as a JSON object."))
  var lines = false

  @Flag(help: .text("另给出依据：原文词句和规则。", "Give the words and rules that decided, too."))
  var explain = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    for mistake in setup.mistakesInOwnTables { CommandRunner.reportError(mistake) }
    // The rows of the sample concern its own articles alone.
    let own = setup.ownTables.tables()
    let analyser = own.isEmpty ? TextAnalyser.builtIn : TextAnalyser(own: own)
    var status: ExitStatus?
    for file in files {
      var problems = FoundProblems()
      try lines
        ? analyseLines(file, analyser, &output, &problems) : analyseText(file, analyser, &output, &problems)
      guard !problems.isEmpty else { continue }
      // In the order of the inputs, as far as two streams have one.
      try output.flush()
      for problem in problems.first { CommandRunner.reportError(setup.words.refused(problem)) }
      if problems.further > 0 { CommandRunner.reportError(setup.words.moreRefused(problems.further)) }
      status = status == .noInput ? status : problems.status
    }
    try output.flush()
    if let status { throw status }
  }

  private func analyseText(
    _ file: String, _ analyser: TextAnalyser, _ output: inout Output, _ problems: inout FoundProblems
  ) throws {
    switch LineReading.readText(file) {
    case .failure(let problem): problems.add(problem)
    case .success(let text): try write(ArticleLine(plainText: text), analyser, to: &output)
    }
  }

  private func analyseLines(
    _ file: String, _ analyser: TextAnalyser, _ output: inout Output, _ problems: inout FoundProblems
  ) throws {
    var failure: (any Error)?
    LineReading.readLines(file) { problem in
      problems.add(problem)
    } line: { bytes, number in
      do {
        guard let article = try ArticleLine(json: bytes) else { return true }
        try write(article, analyser, to: &output)
      } catch let reason as ParseRefusal.Reason {
        problems.add(ImportProblem(.refused(reason), path: file, line: number))
      } catch {
        failure = error
      }
      return failure == nil
    }
    if let failure { throw failure }
  }

  private func write(_ article: ArticleLine, _ analyser: TextAnalyser, to output: inout Output) throws {
    let facets = analyser.facets(title: article.title, text: PlainText.joined(article.text))
    try output.writeJSON { FacetsObject(facets: facets, id: article.id, explains: explain).write(to: &$0) }
  }
}

/// What was wrong in one input: the first problems, and how many more there were.
private struct FoundProblems {
  private(set) var first: [ImportProblem] = []
  private(set) var further = 0

  var isEmpty: Bool { first.isEmpty }
  var status: ExitStatus { first.contains { $0.reason == .notFound } ? .noInput : .badData }

  mutating func add(_ problem: ImportProblem) {
    if first.count < ImportReport.keptProblems { first.append(problem) } else { further += 1 }
  }
}

/// An article as `newstape analyse` takes it.
struct ArticleLine {
  /// As it is written: a number stays one.
  enum ID {
    case number(Int)
    case text(String)
  }

  var id: ID?
  var title = ""
  var text = ""

  /// The first line that is not blank is the headline, the rest the text.
  init(plainText: String) {
    let text = plainText.drop { $0.isWhitespace }
    let end = text.firstIndex(where: \.isNewline) ?? text.endIndex
    title = String(text[..<end])
    self.text = String(text[end...].drop { $0.isWhitespace })
  }

  /// Nil for a blank line.
  ///
  /// - Throws: `ParseRefusal.Reason`.
  init?(json bytes: UnsafeRawBufferPointer) throws {
    guard bytes.contains(where: { $0 > 0x20 }) else { return nil }
    var reader = JSONReader(bytes.bindMemory(to: UInt8.self))
    var (title, text) = (JSONReader.Value.null, JSONReader.Value.null)
    do throws(JSONReader.Failure) {
      try reader.readObject { (key, reader) throws(JSONReader.Failure) in
        switch key {
        case "id": id = ID(try reader.readValue())
        case "title": title = try reader.readValue()
        case "text": text = try reader.readValue()
        default: try reader.skipValue()
        }
      }
    } catch {
      throw ParseRefusal.Reason(error)
    }
    if case .string(let value) = title { self.title = value }
    if case .string(let value) = text { self.text = value }
    guard !self.title.isEmpty || !self.text.isEmpty else { throw ParseRefusal.Reason.noArticleFields }
  }
}

extension ArticleLine.ID {
  fileprivate init?(_ value: JSONReader.Value) {
    switch value {
    case .string(let text): self = .text(text)
    case .number(let number): self = Int(number).map(Self.number) ?? .text(number)
    case .null, .bool, .array, .object: return nil
    }
  }
}

extension ParseRefusal.Reason {
  fileprivate init(_ failure: JSONReader.Failure) {
    switch failure {
    case .malformed(let problem, _): self = .badJSON(problem)
    case .notUTF8: self = .binary
    }
  }
}
