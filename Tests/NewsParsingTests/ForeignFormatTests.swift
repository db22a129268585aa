import NewsModel
import ParsingSupport
import Testing

@testable import NewsParsing
@testable import SourceForms

@Suite struct ForeignFormatTests {
  private func records(_ text: String, as format: SourceFormat? = nil, fileName: String? = nil) -> [ParsedRecord] {
    NewsParser.parse(Array(text.utf8), as: format, context: context(fileName: fileName))
  }

  private static let sentence = "远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。"

  static let foreign: [(ForeignFormat, String)] = [
    (.sgml, "<!DOCTYPE corpus SYSTEM \"corpus.dtd\">\n<SET><PART>\(sentence)</PART></SET>"),
    (.arc, "filedesc://news.arc 0.0.0.0 20310615054209 text/plain 76\n1 0 News\n"),
    (.pythonLiterals, "('货量回升', '\(sentence)')"),
    (.pythonLiterals, "['货量回升', '订单翻倍']"),
    (.xml, "<urlset><url><loc>https://news.example/</loc></url></urlset>"),
    (.xml, "<?xml version=\"1.0\"?><rates day=\"2031-06-15\"><rate currency=\"EUR\">7.8</rate></rates>"),
    (.yaml, "- host: news.example\n  port: 80\n  user: ann\n- host: wire.example\n  port: 81\n"),
    (.httpAnswer, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n货量回升\n\(sentence)"),
    (.subscriptions, "<?xml version=\"1.0\"?><opml version=\"2.0\"><body/></opml>"),
    (.subscriptions, "https://a.example/rss\nhttps://b.example/rss\nhttps://c.example/rss\n"),
    (.rtf, "{\\rtf1\\ansi 货量回升}"),
    (.latex, "% 论文\n\\documentclass{article}\n\\begin{document}\n\(sentence)\n\\end{document}"),
    (.calendar, "BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n"),
    (.subtitles, "1\n00:00:01,000 --> 00:00:04,000\n\(sentence)\n"),
    (.key, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n"),
    (.patch, "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n"),
    (.configuration, "[server]\nhost = news.example\nport = 80\n\n[paths]\nroot = /srv\n"),
    (.configuration, "HOST=news.example\nPORT=80\nROOT=/srv\n"),
    (.log, (0..<5).map { "2031-06-15 05:42:0\($0) INFO fetcher: read feed \($0)" }.joined(separator: "\n")),
    (
      .log,
      (0..<5).map { "192.0.2.\($0) - - [15/Jun/2031:05:42:09 +0800] \"GET /\($0) HTTP/1.1\" 200 512" }.joined(
        separator: "\n")
    ),
    (.rows, "1\t货量回升\t2031-06-15\n2\t订单翻倍\t2031-06-14\n3\t换帅\t2031-06-13\n"),
    (.rows, "17|104|财经|货量回升\n18|104|财经|订单翻倍\n19|104|财经|换帅\n"),
    (.encoded, String(repeating: "TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQsIGNvbnNlY3RldHVy\n", count: 4)),
    (.sourceCode, "#!/bin/sh\nset -e\nmake\n"),
    (
      .sourceCode,
      "import os\nimport sys\n\ndef main(path):\n    files = os.listdir(path)\n    for name in files:\n        print(name)\n    return 0\n\nif __name__ == '__main__':\n    sys.exit(main('.'))\n"
    ),
    (
      .sourceCode,
      "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfor i := 0; i < 3; i++ {\n\t\tfmt.Println(i)\n\t}\n}\n"
    ),
    (
      .sourceCode,
      "body { margin: 0; }\n.head { color: red; }\n.foot { color: blue; }\np { margin: 1em; }\na { color: green; }\nh1 { font-size: 2em; }\n"
    ),
  ]

  @Test(arguments: foreign.indices) func aForeignFormIsNamedAndNotRead(_ index: Int) {
    let (format, text) = Self.foreign[index]
    let inputs: [(SourceFormat?, String)] = [
      (nil, text), (.pageDump, text), (nil, text.replacing("\n", with: "\r\n")),
    ]
    for (wanted, text) in inputs {
      #expect(records(text, as: wanted) == [.refused(ParseRefusal(.foreign(format)))], "\(text.prefix(60))")
    }
  }

  private static let office: [UInt8] =
    [0x50, 0x4b, 3, 4] + [UInt8](repeating: 1, count: 26) + [UInt8]("[Content_Types].xml".utf8)

  static let signatures: [(ForeignFormat, [UInt8])] = [
    (.pdf, [UInt8]("%PDF-1.7".utf8)),
    (.zip, [0x50, 0x4b, 3, 4, 20, 0]),
    (.officeDocument, office),
    (.xz, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]),
    (.parquet, [UInt8]("PAR1xxxx".utf8)),
    (.arrow, [UInt8]("ARROW1xx".utf8)),
    (.pickle, [0x80, 4, 0x95, 0]),
    (.image, [0x89, 0x50, 0x4e, 0x47, 0x0d]),
    (.sqlite, [UInt8]("SQLite format 3".utf8) + [0]),
    (.program, [0x7f, 0x45, 0x4c, 0x46, 2, 1]),
  ]

  @Test(arguments: signatures.indices) func aFileOfBytesIsNamed(_ index: Int) {
    let (format, bytes) = Self.signatures[index]
    #expect(NewsParser.parse(bytes, context: context()) == [.refused(ParseRefusal(.foreign(format)))])
  }

  /// Pages that hold a little of what betrays other forms.
  static let pages = [
    page(title: "From 2031 on, ports must pay", header: "By Ann Poe\nJune 15, 2031 05:42"),
    page(title: "Set names aside, says the port", header: "Source: Harbor Wire\nDate: 2031-06-15 05:42"),
    page(body: (0..<6).map { "05:4\($0) 远帆航运公布了第\($0)条航线的运价,货主表示欢迎。" }.joined(separator: "\n")),
    page(body: "{'title'} 是程序里的写法,远帆航运的系统因此停了一夜。\n\n<某某>是书名号的误用,公司已在次日更正,货主并未受到影响。"),
    page(body: (0..<5).map { "远帆航运,\($0)号线,货量回升,运价上涨,货主表示欢迎,港口方面称将增加泊位。" }.joined(separator: "\n\n")),
    page(body: "项目\t2031年\t2030年\n收入\t3亿\t2亿\n利润\t1亿\t1亿\n\n远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。\n\n公司表示,下半年将增加两条新航线。"),
    "<投资者>关注的三件事\n来源:港口日报 2031-06-15 05:42\n远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。",
    "Title: Berths for Port Ford\nDate: 2031-06-15 05:42\nSource: Harbor Wire\n\nNorthwind Ports will add six berths in three years, the company said on Sunday.",
    "---\ntitle: 货量回升\ndate: 2031-06-15\n---\n远帆航运公布的数据显示,上半年货量同比回升百分之六,高于市场预期。\n公司表示,下半年将增加两条新航线,并更换部分老旧船舶。",
  ]

  @Test(arguments: pages) func aPageIsRead(_ text: String) {
    guard case .item? = records(text).first else {
      Issue.record("\(records(text))")
      return
    }
  }

  @Test func whoNamesAFormOfRecordsGetsItsOwnWords() {
    guard case .refused(let refusal)? = records("INSERT INTO a VALUES (1);", as: .csv).first,
      case .badHeader = refusal.reason
    else {
      Issue.record("no words on the header")
      return
    }
  }
}
