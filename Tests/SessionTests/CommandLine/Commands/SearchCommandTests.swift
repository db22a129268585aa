import Foundation
import Testing

/// `newstape search`, and queries wherever a command takes one.
struct SearchCommandTests {
  private let run: CommandLineRun

  init() throws {
    run = try CommandLineRun()
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    _ = try run("import", page)
    _ = try run("import", "-", input: CommandLineNews.lines)
  }

  @Test(arguments: [
    (["下调"], [2]), (["動工"], [3]), (["LIGHTS", "out"], [4]), (["银行", "OR", "harbour"], [2, 4]),
    (["银行 OR harbour"], [2, 4]), (["tag:银行", "-tag:利率"], [3]), (["-tag:利率", "tag:银行"], [3]),
    (["-来源：晚报", "-title:云岭"], [4]), (["tag:银行 (码头 OR 下调)"], [2, 3]), ([#""lights go""#], [4]),
    (["--json", "-(利率 OR 物流)", "--limit", "1"], [1]), (["/下调.率|go{1,2}/"], [2, 4]),
    (["is:unread", "--source", "Wire"], [4]),
    (["since:2024-02-28", "until:2024-02-28"], [3]), (["--tag", "利率", "--", "-码头"], [2]), (["无此词"], []),
    ([], [1, 2, 3, 4]),
  ])
  func aQueryIsWrittenAsOneOperandOrSeveral(arguments: [String], expected: [Int]) throws {
    for command in ["list", "search"] {
      let result = try run.start([command, "--json"] + arguments).wait()
      #expect(result.status == 0, "\(result.errors)")
      #expect(try result.objects.map { $0["id"] as? Int } == expected)
    }
  }

  @Test func theMostRelevantComesFirstOnRequest() throws {
    let lines = [
      #"{"title":"早报","text":"其中提到回购一次。","published":"2024-03-02 09:00:00"}"#,
      #"{"title":"公司宣布回购","text":"回购将以自有资金进行。","published":"2024-03-01 09:00:00"}"#,
    ]
    _ = try run("import", "-", input: lines.joined(separator: "\n"))
    func titles(_ arguments: String...) throws -> [String?] {
      try run.start(["search", "--json", "回购"] + arguments).wait().objects.map { $0["title"] as? String }
    }
    #expect(try titles() == ["早报", "公司宣布回购"])
    #expect(try titles("--relevance") == ["公司宣布回购", "早报"])
    #expect(try titles("--relevance", "--limit", "1") == ["公司宣布回购"])
    #expect(try titles("sort:relevance") == ["公司宣布回购", "早报"])
    #expect(try titles("sort:oldest") == ["公司宣布回购", "早报"])
  }

  @Test func listsAndExportsHaveTheOrderThatIsAskedFor() throws {
    let store = try CommandLineRun()
    let lines = [("甲", "03-01", "03-05"), ("乙", "03-02", "03-04"), ("丙", "03-03", "03-06")].map {
      title, published, seen in
      #"{"title":"\#(title)报","text":"回购","published":"2024-\#(published)","crawled_at":"2024-\#(seen)"}"#
    }
    _ = try store("import", "-", input: lines.joined(separator: "\n"))
    for command in [["list", "--json"], ["search", "--json", "回购"], ["export", "--format", "jsonl"]] {
      func titles(_ order: String) throws -> [String?] {
        try store.start(command + [order]).wait().objects.map { $0["title"] as? String }
      }
      #expect(try titles("sort:published") == ["丙报", "乙报", "甲报"])
      #expect(try titles("sort:oldest") == ["甲报", "乙报", "丙报"])
      #expect(try titles("排序：收到") == ["丙报", "甲报", "乙报"])
    }
    let table = try store("export", "--table", "--format", "tsv", "sort:arrived").lines.dropFirst()
    #expect(table.map { $0.contains("丙报") } == [true, false, false])
    #expect(try store("list", "--count", "sort:arrived").output == "3\n")
    #expect(try store("stats", "--span", "everything", "sort:arrived").lines.first == "total\tarticles\t3")
    let contradiction = try store("search", "回购", "--relevance", "sort:oldest")
    #expect(contradiction.status == 64 && contradiction.errors.contains("only one sort: can hold"))
    let wordless = try store("list", "--relevance")
    #expect(wordless.status == 64 && wordless.errors.contains("sort:relevance needs words to look for"))
  }

  @Test func whatWaitsForTheIndexIsFoundAndTold() throws {
    let waiting = try CommandLineRun.withNews(count: 3)
    let found = try waiting("search", "--count", "快讯")
    #expect(found.output == "3\n")
    #expect(found.errors.contains("3 articles wait for the search index"))
    #expect(try waiting("search", "--count", "tag:银行").errors.isEmpty, "tags are not looked for in texts")
    #expect(try run("search", "--count", "银行").errors.isEmpty)
  }

  @Test func theCountIsANumberWhateverTheLimit() throws {
    #expect(try run("search", "--count", "tag:银行").output == "2\n")
    #expect(try run("search", "--count", "--limit", "1", "--json", "is:unread").output == "4\n")
    #expect(try run("search", "--count", "无此词").output == "0\n")
    #expect(try run("search", "--count", "无此词").status == 0)
  }

  @Test func tagsSourcesAndStatisticsTakeAQuery() throws {
    #expect(try run("tags", "-title:码头", "银行").lines.sorted() == ["利率\t1\t1", "银行\t1\t1"].sorted())
    #expect(try run("sources", "lights").lines == ["Wire\t1\t1"])
    #expect(try run("stats", "--span", "everything", "-source:晚报").lines.first == "total\tarticles\t2")
  }

  @Test(arguments: [
    (
      ["is:new"], "no status “new”; there are unread read starred stub flash muted changed withdrawn", "  is:new",
      "     ^^^"
    ),
    (
      ["央行", "(降准", "since:soon"], "“soon” is not a date, such as 2022-06-15, 7d, today", "  央行 (降准 since:soon",
      "                   ^^^^"
    ),
    (["-标题：「银行"], "the quotation mark is not closed", "  -标题：「银行", "         ^^^^^^"),
    (["a", "OR"], "a term is missing here", "  a OR", "      ^"),
    (["/净利(/"], "pattern: a parenthesis is not closed", "  /净利(/", "        ^"),
  ])
  func aMistakeHasWordsAndACaret(query: [String], message: String, text: String, caret: String) throws {
    let result = try run.start(["search"] + query).wait()
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors == "newstape: \(message)\n\(text)\n\(caret)\n")
  }

  @Test func aMistakeIsToldInChineseToo() throws {
    let result = try run("--language", "zh-Hans", "search", "since:")
    #expect(result.errors == "newstape: “since:”后缺少内容\n  since:\n  ^^^^^^\n")
  }

  @Test func mistypedOptionsAreNoTerms() throws {
    let result = try run("search", "--unred", "银行")
    #expect(result.status == 64)
    #expect(result.errors.contains("--unred"))
  }
}
