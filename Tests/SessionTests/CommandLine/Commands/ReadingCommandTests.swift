import Foundation
import Terminal
import Testing

/// `newstape list`, `show`, `tags`, `sources` and `stats` over a small store.
struct ReadingCommandTests {
  private let run: CommandLineRun

  init() throws {
    run = try CommandLineRun()
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    _ = try run("import", page)
    _ = try run("import", "-", input: CommandLineNews.lines)
  }

  @Test func headlinesAreRowsOfFieldsInAPipe() throws {
    let rows = try run("list").lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.allSatisfy { $0.count == 10 })
    #expect(
      rows.map { $0.prefix(6).joined(separator: "\t") } == [
        "1\t2024-03-01T09:30:00+08:00\t晨星日报\tunread\t云岭电池公布新工厂计划,两年内产能翻番\t云岭电池,新能源,产能",
        "2\t2024-02-29T10:00:00+08:00\t晚报\tunread\t虚构银行下调利率\t利率,银行",
        "3\t2024-02-28T18:05:00+08:00\t晚报\tunread\t海港物流扩建码头\t物流,银行",
        "4\t2024-02-27T08:00:00+08:00\tWire\tunread\tHarbour lights go out\t",
      ])
  }

  @Test(arguments: [
    (["--tag", "银行"], [2, 3]), (["--tag", "银行", "--tag", "利率"], [2]), (["--source", "晚报"], [2, 3]),
    (["--source", "晚报", "--source", "Wire"], [2, 3, 4]), (["--label", "今日热搜"], [1]), (["--starred"], []),
    (["--unread", "--limit", "2"], [1, 2]), (["--limit", "0"], [1, 2, 3, 4]),
    (["--since", "2024-02-28", "--until", "2024-02-29"], [2, 3]), (["--since", "2024-02-28T18:06"], [1, 2]),
    (["--until", "2024-02-28T10:05:00Z"], [3, 4]), (["--since", "2024-02-29T10:00:01+08:00"], [1]),
    (["--until", "2024-02"], [2, 3, 4]), (["--tag", "没有"], []),
  ])
  func flagsSayWhichArticlesAreMeant(flags: [String], expected: [Int]) throws {
    let result = try run.start(["list", "--json"] + flags).wait()
    #expect(result.status == 0)
    #expect(try result.objects.map { $0["id"] as? Int } == expected)
  }

  @Test func aHeadlineAsJSONHasEveryField() throws {
    let result = try run("list", "--json", "--limit", "1")
    #expect(
      result.output.hasPrefix(
        """
        {"id":1,"published":"2024-03-01T09:30:00+08:00","estimated":false,"label":"今日热搜",\
        "title":"云岭电池公布新工厂计划,两年内产能翻番","source":"晨星日报","tags":["云岭电池","新能源","产能"],"ownTags":[],\
        "read":false,"starred":false,"muted":false,"stub":false,
        """))
    for field in ["\"arrived\":\"", "\"companies\":[],\"events\":[", "\"topics\":[\"", "\"tone\":", "\"keywords\":[]"] {
      #expect(result.output.contains(field), "\(field)")
    }
  }

  @Test func columnsAreAlignedOnATerminal() throws {
    let program = try #require(BuiltProgram.path)
    let terminal = try PseudoTerminal(size: Size(width: 60, height: 10))
    try terminal.spawn(
      program, ["list"], environment: ["HOME": run.home, "LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai"])
    #expect(terminal.wait { $0.lines[3].contains("Harbour") })
    #expect(
      terminal.screen.lines.prefix(4) == [
        "1  2024-03-01 09:30 ●  晨星日报 今日热搜 云岭电池公布新工厂…",
        "2  2024-02-29 10:00 ●  晚报     虚构银行下调利率  #利率 #银…",
        "3  2024-02-28 18:05 ●  晚报     海港物流扩建码头  #物流 #银…",
        "4  2024-02-27 08:00 ●  Wire     Harbour lights go out",
      ])
  }

  @Test func anArticleIsShownAsText() throws {
    let text = try run("show", "1").output
    #expect(text.hasPrefix("[今日热搜] 云岭电池公布新工厂计划,两年内产能翻番\n晨星日报 · "))
    #expect(text.contains(" · 2024-03-01 09:30\n#云岭电池 #新能源 #产能\n"))
    #expect(text.contains("\n> 云岭电池周五表示,新工厂将分两期建设\n"))
    // No line is longer than eighty columns.
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func anArticleAsJSONHasItsBlocks() throws {
    let article = try #require(try run("show", "1", "--json").objects.first)
    #expect(article["title"] as? String == "云岭电池公布新工厂计划,两年内产能翻番")
    #expect(article["label"] as? String == "今日热搜")
    #expect((article["blocks"] as? [[String: Any]])?.first?["kind"] as? String == "paragraph")
    #expect((article["text"] as? String)?.hasPrefix("云岭电池周五公布了新工厂的计划。") == true)
    #expect(article["url"] is NSNull)
    #expect((article["related"] as? [Any])?.isEmpty == true)
  }

  @Test func anArticleThatIsNotThereIsAnError() throws {
    let result = try run("show", "77")
    #expect(result.status == 66)
    #expect(result.errors == "newstape: there is no article 77; the first column of newstape list has the ids\n")
    #expect(try run("show", "x").status == 64)
  }

  @Test func tagsAndSourcesAreCounted() throws {
    #expect(try run("tags", "--limit", "1").lines == ["银行\t2\t2"])
    #expect(try run("tags", "--source", "晚报").lines.sorted() == ["利率\t1\t1", "物流\t1\t1", "银行\t2\t2"].sorted())
    #expect(try run("sources", "--json").lines.first == #"{"name":"晚报","count":2,"unread":2}"#)
  }

  @Test func statisticsCountDaysAndTerms() throws {
    let object = try #require(try run("stats", "--json", "--span", "week").objects.first)
    #expect((object["total"] as? [String: Int])?["articles"] == 4)
    #expect(object["from"] as? String == "2024-02-24T00:00:00+08:00")
    #expect(object["to"] as? String == "2024-03-02T00:00:00+08:00")
    let volume = try #require(object["volume"] as? [[String: Any]])
    #expect(volume.map { $0["count"] as? Int } == [0, 0, 0, 1, 1, 1, 1])
    #expect(try run("stats", "--tag", "利率").lines.contains("source\t晚报\t1\t1"))
    #expect(try run("stats", "--span", "fortnight").status == 64)
  }

  @Test func countsThatAreCutSaySo() throws {
    #expect(try run("stats", "--by", "tag", "--span", "everything", "--limit", "1").errors.contains("--limit 0"))
    let table = try run("stats", "--by", "tag", "--and", "source", "--span", "everything", "--limit", "1")
    #expect(table.lines.count == 2 && table.errors.contains("--limit 0"))
    #expect(try run("stats", "--by", "tag", "--span", "everything", "--limit", "0").errors.isEmpty)
  }

  @Test func nothingThatMatchesIsNoError() throws {
    for command in ["list", "tags", "sources"] {
      let result = try run(command, "--tag", "没有")
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
    }
  }

  @Test func aBadTimeIsNamed() throws {
    let result = try run("list", "--since", "sometime")
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("newstape: --since cannot read the time 'sometime'"))
    #expect(result.errors.split(separator: "\n").count == 1)
  }
}
