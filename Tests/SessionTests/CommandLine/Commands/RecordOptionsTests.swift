import Foundation
import Testing

/// `--map`, `--clean` and what an import tells of the records that it read.
struct RecordOptionsTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  private func exported() throws -> [[String: Any]] { try run("export", "--format", "jsonl").objects }

  @Test func whatIsPassedOverIsNamedOnce() throws {
    try run.write("title,text,foo,bar\n甲,一段。,x,\n乙,一段。,y,z\n", to: "in/a.csv")
    try run.write("{\"title\":\"丙\",\"foo\":1}\n", to: "in/b.jsonl")
    let result = try run("import", run.home + "/in")
    #expect(result.status == 0)
    #expect(
      result.lines.contains(
        "passed over columns or keys that are not known: foo (3 records), bar (1 record); say what they mean with --map field=name"
      ))
    #expect(result.lines.contains { $0.hasPrefix("dates that are estimated: 3 ") })
    let chinese = try run("--language", "zh-Hans", "import", run.home + "/in")
    #expect(chinese.lines.contains { $0.hasPrefix("略过未识别的列或键：foo（3条）、bar（1条）") })
  }

  @Test func namesOfOnesOwnAreFollowed() throws {
    let file = try run.write("kop,inhoud,bron\n甲,一段。,港口日报\n", to: "table.csv")
    #expect(try run("import", file).status == 65)
    let result = try run("import", "--map", "title=kop,text=inhoud", "--map", "source=bron", file)
    #expect(
      result.lines == [
        "1 new",
        "dates that are estimated: 1 (none given, no year, or day and month unclear); exports say so",
      ])
    #expect(try exported().first?["source"] as? String == "港口日报")
    #expect(try exported().first?["estimated"] as? Bool == true)
  }

  @Test func theSettingHoldsNamesToo() throws {
    let file = try run.write("kop,inhoud\n甲,一段。\n", to: "table.csv")
    try run.write("[import]\nmap = [\"title=kop\", \"text=inhoud\"]\n", to: ".config/newstape/config.toml")
    #expect(try run("import", file).lines.first?.hasPrefix("1 new") == true)
    try run.write("[import]\nmap = [\"titel=kop\"]\n", to: ".config/newstape/config.toml")
    let result = try run("import", file)
    #expect(result.status == 78)
    #expect(result.errors.contains("import.map: there is no field 'titel'; choose one of title, text, summary"))
  }

  @Test(arguments: ["titel=a", "title", "title=a,text=a"])
  func mistakesAreToldBeforeAnythingIsRead(_ map: String) throws {
    let file = try run.write(CommandLineNews.lines, to: "news.jsonl")
    for command in ["import", "parse"] {
      let result = try run(command, "--map", map, file)
      #expect(result.status == 64)
      #expect(result.errors.contains("--map"))
      #expect(result.output.isEmpty)
    }
    #expect(!FileManager.default.fileExists(atPath: run.home + "/.local/share/newstape/newstape.db"))
  }

  @Test func aNameThatOccursNowhereIsTold() throws {
    let file = try run.write(CommandLineNews.lines, to: "news.jsonl")
    let result = try run("parse", "--json", "--map", "title=titel", file)
    #expect(result.status == 0)
    #expect(result.errors == "newstape: --map names what is nowhere: titel; check the spelling\n")
  }

  @Test func textsAreCleanedOnlyOnRequest() throws {
    let file = try run.write(#"{"title":"甲公司公告","text":"公司公布了数据。\n分享到\n---\na"}"# + "\n", to: "news.jsonl")
    let kept = try #require(try run("parse", "--json", file).objects.first?["text"] as? String)
    #expect(kept.split(separator: "\n").map(String.init) == ["公司公布了数据。", "分享到", "---", "a"])
    let cleaned = try #require(try run("parse", "--json", "--clean", file).objects.first?["text"] as? String)
    #expect(cleaned == "公司公布了数据。")
  }

  @Test func datesThatCannotBeReadAreTold() throws {
    let file = try run.write("title,date\n甲,soon\n乙,2024-01-05\n丙,2099-11-11\n", to: "table.csv")
    let result = try run("import", file)
    #expect(result.lines.contains("dates that cannot be read: 1, such as 'soon'; the file's time stands instead"))
    #expect(result.lines.contains("dates of the future: 1, such as '2099-11-11'; the file's time stands instead"))
    #expect(try exported().count { $0["estimated"] as? Bool == true } == 2)
  }

  @Test(arguments: ["csv", "jsonl", "rss"]) func exportsBringEstimatedDatesBack(_ format: String) throws {
    let file = try run.write("title,text,date\n甲,一段。,06/07/2022\n乙,一段。,2022-06-15 05:42\n", to: "table.csv")
    _ = try run("import", file)
    let document = try run("export", "--format", format).output
    let copy = try run.write(document, to: "copy.\(format)")
    _ = try run("import", "--store", run.home + "/second.db", copy)
    let objects = try run("export", "--store", run.home + "/second.db", "--format", "jsonl").objects
    let marks = Dictionary(uniqueKeysWithValues: objects.map { ($0["title"] as? String, $0["estimated"] as? Bool) })
    #expect(marks == ["甲": true, "乙": false])
  }

  @Test(arguments: ["markdown", "html"]) func documentsForReadersMarkEstimatedDates(_ format: String) throws {
    let file = try run.write("title,text,date\n甲,一段。,06/07/2022\n乙,一段。,2022-06-15 05:42\n", to: "table.csv")
    _ = try run("import", file)
    #expect(try run("export", "--format", format).output.components(separatedBy: "estimated").count == 2)
  }
}
