import Growth
import NewsModel
import Testing

@testable import TextAnalysis

/// All readers together.
struct TextAnalyserTests {
  @Test(arguments: [
    "净利", "1", "(600519)", "减持1亿元，", "阿里·", "2、", ",", "沐阡 ", "每吨5万元", "三十多", "profit ", "$17 a share ", "【", "《",
    "\n1、",
  ])
  func workGrowsWithTheLength(unit: String) {
    let analyser = TextAnalyser()
    #expect(
      growsLinearly(from: 4_000) { size in
        String(repeating: unit, count: size / unit.utf8.count)
      } _: {
        _ = analyser.facets(title: "", text: $0)
      })
  }

  @Test(arguments: AnalysisCases.hostile)
  func anyTextIsRead(text: String) {
    _ = TextAnalyser().facets(title: text, text: text)
  }
}
