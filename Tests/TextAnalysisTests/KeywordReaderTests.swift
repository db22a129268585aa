import Growth
import Testing
import TextBasics

@testable import TextAnalysis

struct KeywordReaderTests {
  private func keywords(_ title: String, _ text: String = "") -> [String] {
    KeywordReader().keywords(of: AnalysedText(title: title, text: text))
  }

  @Test(arguments: AnalysisCases.rows("keywords"))
  func headlineGivesTheWordsThatItTurnsOn(row: AnalysisCases.Row) {
    let found = keywords(row.title)
    #expect(Set(row.expected.split(separator: " ").map(String.init)).isSubset(of: found))
    #expect((1...5).contains(found.count))
    #expect(found.allSatisfy(row.title.contains))
  }

  @Test func tableOfHeadlinesIsRead() {
    #expect(AnalysisCases.rows("keywords").count >= 50)
  }

  @Test func wordsThatComeAgainAndEarlyComeFirst() {
    let text = "稀土价格上涨。稀土企业提价，稀土出口减少。行业协会周末开会。"
    #expect(keywords("", text).first == "稀土")
  }

  @Test func nameThatTheDictionaryDoesNotKnowIsOneWordWhereItComesAgain() {
    #expect(keywords("", "沈砚舟出任总裁。沈砚舟此前负责研发，员工认为沈砚舟熟悉业务。").contains("沈砚舟"))
    #expect(!keywords("", "沈砚舟出任总裁。").contains("沈砚舟"))
  }

  @Test func piecesThatStandNowhereWithoutEachOtherAreOneName() {
    let text = "沐阡出行发布财报，沐阡出行营收增长。出行行业回暖，市场看好出行。"
    #expect(keywords("", text).contains("沐阡"))
    #expect(!keywords("", "银行的利率下降，企业的利率也下降。").contains { $0.hasSuffix("的") })
  }

  @Test func termsThatTheDictionaryDoesNotHoldAreOneWord() {
    #expect(keywords("央行下调存款准备金率").contains("存款准备金率"))
    #expect(keywords("贷款市场报价利率连续三月不变").contains("贷款市场报价利率"))
  }

  @Test func traditionalCharactersAreFoundAndQuotedAsTheyStand() {
    #expect(keywords("", "半導體出口回升，半導體企業擴產。").first == "半導體")
  }

  @Test func noKeywordHoldsAnother() {
    let found = keywords("新能源汽车销量大增", "新能源汽车出口增长，汽车企业扩产，新能源汽车充电桩不足。")
    for word in found {
      #expect(!found.contains { $0 != word && $0.contains(word) })
    }
  }

  @Test func formsOfAnEnglishWordCountTogether() {
    #expect(
      keywords("", "Refinery closes. Refineries lose money. The refinery's owner waits for tariffs.").first
        == "Refinery")
  }

  @Test func commonWordsAndNumbersAreNone() {
    #expect(keywords("", "公司表示，今年以来，其中12月为35亿元，他们认为这个问题已经没有。").isEmpty)
    #expect(keywords("", "He said it would be there on Monday, and they were not.").isEmpty)
  }

  @Test(arguments: AnalysisCases.hostile)
  func hostileTextsAreRead(text: String) {
    #expect(keywords(text, text).count <= 5)
    #expect(SummaryReader().summary(of: AnalysedText(title: "", text: text), keywords: []).count <= 3)
    #expect(SummaryReader().summary(of: AnalysedText(title: text, text: text), keywords: [text]).count <= 3)
  }

  @Test(arguments: ["中", "中国", "沈", "沈砚舟", "stock ", "1", "，中,"])
  func workGrowsInStepWithTheText(unit: String) {
    #expect(
      growsLinearly(from: 4_000, { Array(Folding.fold(String(repeating: unit, count: $0)).utf8) }) { bytes in
        var cutter = WordCutter()
        cutter.cut(bytes, bytes.indices)
        var words = cutter.words
        var names = PersonNames(.standard)
        names.join(&words)
      })
  }
}

struct WordCutterTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(Folding.fold(text).utf8)
    var cutter = WordCutter()
    cutter.cut(bytes, bytes.indices)
    return cutter.words.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test(arguments: [
    ("上交所发布通知", ["上交所", "发布", "通知"]),
    ("美联储维持利率不变", ["美联储", "维持", "利率", "不变"]),
    ("央行开展逆回购操作", ["央行", "开展", "逆回购", "操作"]),
    ("研究生命起源", ["研究", "生命", "起源"]),
    ("5G手机出货量", ["5g", "手机", "出货量"]),
    ("AT&T与U.S. Steel", ["at&t", "与", "u.s", "steel"]),
    ("龘龘", []),
    ("2024年3月12.5%", ["年", "月"]),
  ])
  func textIsCutWhereItsWordsAreLikeliest(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }
}
