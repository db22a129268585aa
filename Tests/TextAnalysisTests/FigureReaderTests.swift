import Growth
import NewsModel
import Testing

@testable import TextAnalysis

struct FigureReaderTests {
  private func figures(_ title: String) -> String {
    let figures = FigureReader().figures(in: AnalysedText(title: title, text: ""))
    return figures.isEmpty ? "-" : figures.map { label($0.range) + " " + label($0.measure) }.joined(separator: "; ")
  }

  private func label(_ number: Double) -> String {
    let rounded = (number * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? String(Int(rounded)) : String(rounded)
  }

  private func label(_ range: ClosedRange<Double>) -> String {
    range.lowerBound == range.upperBound
      ? label(range.lowerBound) : label(range.lowerBound) + ".." + label(range.upperBound)
  }

  private func label(_ unit: AmountUnit) -> String {
    switch unit {
    case .currency(let code): code
    case .shares: "shares"
    case .price(let currency, let per): currency + "/" + per
    case .other(let word): word
    }
  }

  private func label(_ measure: Figure.Measure) -> String {
    switch measure {
    case .amount(let unit): label(unit)
    case .percent: "%"
    case .percentagePoints: "pp"
    }
  }

  private func amount(_ title: String) -> String {
    let text = AnalysedText(title: title, text: "")
    let amount = FigureReader().figures(in: text.bytes, text.title).mainAmount()?.amount(in: text)
    return amount.map { label($0.range) + " " + label($0.unit) } ?? "-"
  }

  /// Headlines that two hands labelled, each without the rule before their eyes, and that are read otherwise: basis points, which the
  /// first took for an amount and the second did not, and whose Chinese word the second wrote as `bp`.
  private static let readOtherwise: [String: (amount: String, figures: String)] = [
    "央行下调MLF利率10个基点至2.65%": ("-", "-10 基点; 2.65 %"),
    "Fed lifts rates by 25 basis points to 5.25%-5.5%": ("-", "25 bp; 5.25..5.5 %"),
    "中期借贷便利利率下调15个基点至2.30%": ("-", "-15 基点; 2.3 %"),
    "美联储如期加息25个基点，联邦基金利率升至4.50%-4.75%": ("-", "25 基点; 4.5..4.75 %"),
    "人民币对美元中间价报7.1036，调升45个基点": ("-", "45 基点"),
  ]

  @Test(
    arguments: AnalysisCases.cells("figures") + AnalysisCases.cells("more-figures")
      + AnalysisCases.cells("figures-blind"))
  func headlineHasItsFiguresAndItsAmount(row: [String]) {
    let expected = Self.readOtherwise[row[0]] ?? (amount: row[1], figures: row[2])
    #expect(figures(row[0]) == expected.figures)
    #expect(amount(row[0]) == expected.amount)
  }

  @Test(arguments: ["figures", "figures-blind"])
  func amountsOfNinetySevenHeadlinesInAHundredAreThoseOfTheirLabels(table: String) {
    let rows = AnalysisCases.cells(table)
    let right = rows.count { amount($0[0]) == $0[1] }
    #expect(Double(right) >= 0.97 * Double(rows.count))
  }

  @Test(arguments: AnalysisCases.cells("figures") + AnalysisCases.cells("figures-blind"))
  func eventHasTheAmountOfItsHeadline(row: [String]) {
    let events = EventReader().events(in: AnalysedText(title: row[0], text: ""))
    guard !events.isEmpty else { return }
    let amount = events.lazy.compactMap(\.amount).first
    #expect((amount.map { label($0.range) + " " + label($0.unit) } ?? "-") == row[1])
  }

  @Test func tablesAreRead() {
    #expect(AnalysisCases.cells("figures").count == 80)
    #expect(AnalysisCases.cells("figures-blind").count == 80)
    #expect(AnalysisCases.cells("more-figures").count > 60)
  }

  @Test func quoteIsTheArticlesOwn() {
    let figures = FigureReader().figures(in: AnalysedText(title: "億元大單：簽約１，２８６．５萬美元", text: "同比增長３成"))
    #expect(figures.map(\.quote) == ["１，２８６．５萬美元", "３成"])
  }

  @Test(arguments: [
    "600519", "2024年3月5日", "14:30", "3连板", "5G", "第3名", "百分之", "1.2.3", "A轮", "Model 3", "Q3", "沪深300", "三元股份",
    "亿纬锂能", "万科A", "二〇二四年", "(11.47,-0.19,-1.63%)", "单位：亿元", "千股跌停", "1234567890123456789亿元", "2024 shares",
  ])
  func whatHasNoUnitIsNoFigure(title: String) {
    #expect(figures(title) == "-")
  }

  @Test(arguments: AnalysisCases.hostile)
  func anyTextIsRead(text: String) {
    _ = FigureReader().figures(in: AnalysedText(title: text, text: text), limit: 60_000)
  }

  @Test(arguments: [
    "1", "1,", "1亿", "百", "一", "点", "亿", "1-", "$1 ", "(1,", "百分之", "1 a ", "降5%", "每股1元", "¥1x ", "- ",
  ])
  func workGrowsWithTheLength(unit: String) {
    #expect(
      growsLinearly(from: 4_000) { size in
        AnalysedText(title: "", text: String(repeating: unit, count: size / unit.utf8.count))
      } _: {
        _ = FigureReader().figures(in: $0, limit: 60_000)
      })
  }
}
