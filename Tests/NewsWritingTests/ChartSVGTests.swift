import Foundation
import Testing

@testable import NewsWriting

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A chart is a file of XML that says what it shows, whatever its texts hold.
@Suite struct ChartSVGTests {
  private static let hostile = "<script>alert(1)</script> & \"it's\" ]]> \u{1b}[31m\u{0}云杉"

  private static let contents: [ChartSVG.Content] = [
    .bars([("云杉动力 600000.SH", 12), (hostile, 3), ("空", 0)]), .bars([]),
    .line([("11-01", 0), ("11-02", 7), (hostile, 3)]), .line([]), .line([("11-01", 5)]),
    .heat(columns: ["回购", hostile], rows: [("云杉动力", [3, 0]), (hostile, [12_345, 1])]), .heat(columns: [], rows: []),
  ]

  private final class Texts: NSObject, XMLParserDelegate {
    var elements: Set<String> = []
    var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements.insert(name)
    }

    // A text comes in pieces.
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      text += "\n"
    }
  }

  private func read(_ chart: ChartSVG) throws -> Texts {
    let texts = Texts()
    let parser = XMLParser(data: Data(chart.document()))
    parser.delegate = texts
    try #require(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
    return texts
  }

  @Test(arguments: contents.indices) func itIsXMLWithoutScripts(index: Int) throws {
    let chart = ChartSVG(Self.contents[index], title: "事件 " + Self.hostile, range: "2026-11-01 至 2026-11-30 · 共22条")
    let found = try read(chart)
    let known: Set = ["svg", "title", "desc", "style", "rect", "text", "line", "polyline", "circle"]
    #expect(found.elements.isSubset(of: known))
    #expect(found.text.contains("2026-11-01 至 2026-11-30 · 共22条"))
    let source = String(decoding: chart.document(), as: UTF8.self)
    #expect(!source.contains("<script") && !source.contains("href") && !source.contains("\u{1b}"))
    #expect(source.contains("prefers-color-scheme: dark"))
  }

  @Test func everyFigureStandsAsANumber() throws {
    let bars = try read(ChartSVG(Self.contents[0], title: "公司", range: ""))
    #expect(["12", "3", "0", "云杉动力 600000.SH"].allSatisfy(bars.text.contains))
    let heat = try read(ChartSVG(Self.contents[5], title: "公司 × 事件", range: ""))
    #expect(["12345", "回购", "云杉动力"].allSatisfy(heat.text.contains))
    let line = try read(ChartSVG(Self.contents[2], title: "新闻量", range: ""))
    #expect(["11-02: 7", "11-01"].allSatisfy(line.text.contains))
  }

  @Test func aLongNameIsCutAndToldAsAWhole() throws {
    let name = String(repeating: "很长的名字", count: 12)
    let chart = ChartSVG(.bars([(name, 1)]), title: "来源", range: "")
    let source = String(decoding: chart.document(), as: UTF8.self)
    #expect(source.contains("<title>\(name)</title>") && source.contains("…</text>"))
  }
}
