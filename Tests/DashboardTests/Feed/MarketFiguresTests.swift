import Testing
import TextBasics

@testable import Dashboard

/// What in a text is drawn in the colours of the market.
@Suite struct MarketFiguresTests {
  private func found(_ text: String) -> [String] {
    MarketFigures.find(in: SafeText(text)).map { figure in
      (figure.isRise ? "↑" : "↓") + SafeText(text).string[figure.range]
    }
  }

  @Test(arguments: [
    ("云杉动力+2.35%领涨", ["↑+2.35%"]), ("隔夜 -1.2%", ["↓-1.2%"]), ("净利同比−38％", ["↓−38％"]), ("＋5%", ["↑＋5%"]),
    ("指数收盘涨0.46%，成交破万亿", ["↑涨0.46%"]), ("国际油价下跌2%", ["↓跌2%"]), ("尾盘跌幅3.1%", ["↓跌幅3.1%"]),
    ("涨超2%", ["↑涨超2%"]), ("跌了 1,200点", ["↓跌了 1,200"]), ("漲1.5%，跌逾 2%", ["↑漲1.5%", "↓跌逾 2%"]),
    ("涨至少10%", ["↑涨至少10%"]), ("Shares +12% (prior -3.5%)", ["↑+12%", "↓-3.5%"]),
  ])
  func risesAndFalls(_ text: String, _ figures: [String]) {
    #expect(found(text) == figures)
  }

  @Test(arguments: [
    "", "涨", "跌停", "涨跌幅10%", "三家公司涨停", "3-5%", "占比38%", "2024-09-27", "COVID-19%", "A+股", "+86 10", "涨价潮蔓延", "5%-8%",
    "-%",
    "涨涨涨", "+", "跌",
  ])
  func whatSaysNeither(_ text: String) {
    #expect(found(text) == [])
  }
}
