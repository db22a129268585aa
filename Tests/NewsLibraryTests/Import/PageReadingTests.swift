import NewsModel
import NewsParsing
import SourceForms
import Testing

@testable import NewsLibrary

struct PageReadingTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func parse(_ path: String, as format: SourceFormat? = nil) -> (items: [Item], problems: [ImportProblem]) {
    var items: [Item] = []
    var problems: [ImportProblem] = []
    _ = PageReading.parse(
      path, as: format, reading: ReadingOptions(zone: TestNews.shanghai), item: { items.append($0) },
      problem: { problems.append($0) })
    return (items, problems)
  }

  @Test func aPageGivesOneItem() throws {
    let result = parse(try folder.write(TestNews.page, to: "page.txt"), as: .pageDump)
    #expect(result.items.map(\.label) == ["今日聚焦"])
    #expect(result.problems.isEmpty)
  }

  @Test func theFormatIsFoundOut() throws {
    #expect(parse(try folder.write(TestNews.lines(0..<3), to: "x")).items.count == 3)
    #expect(parse(try folder.write(TestNews.gzip, to: "y")).items.map(\.title) == ["压缩文件里的新闻"])
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let path = folder.path + "/nowhere"
    #expect(parse(path).problems == [ImportProblem(.notFound, path: path)])
    #expect(parse(folder.path).problems.count == 1)
  }
}
