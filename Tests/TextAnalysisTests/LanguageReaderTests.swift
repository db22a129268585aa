import NewsModel
import Testing
import TextAnalysis

@Suite struct LanguageReaderTests {
  private func language(_ texts: String...) -> TextLanguage { LanguageReader.language(of: texts) }

  @Test(
    arguments: [
      (.chinese, "云岭电池公布年报，净利润同比增长一成"), (.chinese, "央行"), (.chinese, "著名品牌宣布升级换代"),
      (.traditionalChinese, "雲嶺電池公布年報，淨利潤按年增長一成"), (.traditionalChinese, "中央銀行宣布升息半碼"),
      (.english, "Harbor Wire: regulator fines the bank over late filings"), (.english, "Tin hits three-year high"),
      (.english, "Von der Leyen warns EU steel makers"), (.english, "Las Vegas, Los Angeles home prices fall"),
      (.japanese, "日銀、追加利上げ見送り"), (.japanese, "東港銀行は今日、半期の決算を発表した。"),
      (.korean, "동항은행, 상반기 실적 발표"), (.korean, "한강전자 3분기 영업이익 늘어"),
      (.russian, "Восточный банк опубликовал отчёт за полугодие"),
      (.other, "Східний банк опублікував звіт і підвищив ставки"),
      (.other, "Die Ostbank hat ihren Bericht für das Halbjahr vorgelegt und der Gewinn ist gestiegen"),
      (.other, "La banque de l'Est a publié les comptes du semestre pour ses clients"),
      (.other, "El banco del Este publica su informe con una subida por las comisiones"),
      (.other, "Ngân hàng Đông Cảng công bố báo cáo tài chính"), (.other, "البنك الشرقي ينشر تقريره"),
      (.other, "12.5% +3"), (.other, ""),
    ] as [(TextLanguage, String)])
  func tellsLanguagesByScriptAndWords(expected: TextLanguage, text: String) {
    #expect(language(text) == expected)
  }

  @Test func namesOfAnotherScriptDoNotDecide() {
    #expect(language("Quillon 发布 Blackfin Ultra 芯片，Alder Motors 率先采用") == .chinese)
    #expect(language("Egret Air (白鹭航空) adds routes to the north as demand grows") == .english)
    #expect(language("のろま咖啡在云港开出第三家门店，首日排队两小时") == .chinese)
    #expect(language("長和系與內地合作") == .traditionalChinese)
    #expect(language("云岭电池与長和簽署备忘录，双方将合作建设储能电站") == .chinese)
  }

  @Test func theTextDecidesWhereItIsLongerThanTheHeadline() {
    let text = String(repeating: "The bank said that its profit rose in the first half of the year. ", count: 6)
    #expect(language("东港银行公布半年报", text) == .english)
    #expect(language("东港银行公布半年报", "By a reporter") == .chinese)
  }

  @Test func bulgarianOfSomeLengthIsNotRussian() {
    let text = String(repeating: "Източната банка публикува отчета си за полугодието и печалбата нараства. ", count: 4)
    #expect(language(text) == .other)
  }

  /// What a damaged page holds is looked at as well.
  @Test func anyBytesAreRead() {
    for first in UInt8.min...UInt8.max {
      var reader = LanguageReader()
      [first, 0xE4, first, 0xBD].withUnsafeBufferPointer { reader.read($0) }
      #expect(TextLanguage.allCases.contains(reader.language))
    }
  }
}
