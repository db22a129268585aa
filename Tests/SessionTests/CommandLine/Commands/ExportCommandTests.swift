import Foundation
import Testing

/// `newstape export` over a small store.
struct ExportCommandTests {
  private let run: CommandLineRun

  init() throws {
    run = try CommandLineRun()
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    _ = try run("import", page)
    _ = try run("import", "-", input: CommandLineNews.lines)
  }

  private func contents(of name: String) throws -> String {
    try String(contentsOfFile: "\(run.home)/\(name)", encoding: .utf8)
  }

  @Test func everythingGoesIntoAFileAndComesBackWithItsMarks() throws {
    _ = try run("mark", "利率", "--star", "--tag", "关注", "--yes")
    let file = run.home + "/all.jsonl"
    let written = try run("export", "--output", file)
    #expect(written.status == 0)
    #expect(written.output == "4 articles written to \(file)\n")
    let other = ["--store", run.home + "/other.db"]
    #expect(try run.start(["import", file] + other).wait().output.hasPrefix("4 new"))
    let lists = try [[], other].map { store in
      try run.start(["list", "--json"] + store).wait().objects.map { object in
        object.filter { $0.key != "id" } as NSDictionary
      }
    }
    #expect(lists[0] == lists[1])
    #expect(lists[1].count == 4)
    #expect(try run.start(["export", "--format", "jsonl"] + other).wait().output == contents(of: "all.jsonl"))
    #expect(try run("import", file).output.contains("4 unchanged"), "importing what was exported changes nothing")
  }

  @Test func aQuerySaysWhatGoesOutAndTheNameOfTheFileHow() throws {
    let file = run.home + "/rates.md"
    #expect(try run("export", "利率", "-tag:物流", "--output", file).status == 0)
    let text = try contents(of: "rates.md")
    #expect(text.hasPrefix("# “利率”, without “物流”\n\n## 虚构银行下调利率\n\n晚报 · 2024-02-29 10:00  \n\\#利率 #银行"))
    #expect(text.contains("\n自动 auto：") && text.contains("\n\n银行周四下调利率。\n"))
    #expect(!text.contains("云岭"))
  }

  @Test func historyGoesOutInTheFormatThatHoldsIt() throws {
    let written = try run("export", "--format", "jsonl")
    #expect(written.status == 0)
    #expect(try written.objects.allSatisfy { ($0["history"] as? [Any])?.isEmpty == true })
  }

  @Test func withoutAFileTheDocumentGoesToStandardOutput() throws {
    let result = try run("export", "--format", "csv", "--source", "Wire")
    let lines = result.output.split(separator: "\r\n")
    #expect(lines.count == 2)
    #expect(
      lines[0] == """
        published,estimated,label,title,source,author,tags,url,summary,text,id,arrived,change,withdrawn,\
        auto_companies,auto_events,auto_topics,auto_tone,auto_keywords
        """)
    #expect(
      lines[1].hasPrefix("2024-02-27T08:00:00+08:00,,,Harbour lights go out,Wire,,,,,The lamps were old.,,2"))
    #expect(lines[1].hasSuffix(",,,,,其它,,\"lamps, old, Harbour\""))
    #expect(result.errors == "")
    #expect(try run("export").output.hasPrefix("# newstape\n\n## 【今日热搜】云岭电池公布新工厂计划"))
  }

  @Test func aFileThatIsThereIsOnlyReplacedWhenAsked() throws {
    let file = try run.write("mine", to: "out.html")
    let refused = try run("export", "--output", file)
    #expect(refused.status == 73)
    #expect(
      refused.errors == "newstape: \(file) is there already and was left as it is; name another file, or use --force\n")
    #expect(try contents(of: "out.html") == "mine")
    #expect(try run("export", "--output", file, "--force").status == 0)
    #expect(try contents(of: "out.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: run.home).allSatisfy { !$0.hasPrefix(".out") })
  }

  @Test func mistakesAreNamed() throws {
    #expect(try run("export", "--output", run.home + "/x.docx").status == 64)
    #expect(try run("export", "--output", "/dev/null", "--format", "rss", "--force").status == 73)
    #expect(try run("export", "--output", run.home + "/nowhere/x.md").status == 73)
    #expect(try run("export", "--format", "pdf").status == 64)
    #expect(try run("export", "tag:").status == 64)
  }
}
