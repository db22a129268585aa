import Testing

@testable import ArticleFields

@Suite struct ShortYearOrderTests {
  private func order(_ first: Int, _ second: Int, _ third: Int, yearFirst: Bool, monthFirst: Bool = false) -> [Int] {
    let order = ShortYearOrder(first, second, third, isYearFirst: yearFirst, isMonthFirst: monthFirst)
    return [order.year, order.month, order.day]
  }

  @Test func theFirstOrderThatGivesADayCounts() {
    #expect(order(22, 6, 7, yearFirst: true) == [22, 6, 7])
    #expect(order(7, 6, 22, yearFirst: false) == [22, 6, 7])
    #expect(order(6, 7, 22, yearFirst: false, monthFirst: true) == [22, 6, 7])
    #expect(order(15, 6, 22, yearFirst: false, monthFirst: true) == [22, 6, 15])
    #expect(order(31, 13, 40, yearFirst: true) == [31, 13, 40])
  }

  @Test func onlyOrdersOfDifferentDaysMakeADoubt() {
    #expect(ShortYearOrder(10, 11, 12, isYearFirst: true).isExchangeable)
    #expect(!ShortYearOrder(99, 12, 31, isYearFirst: true).isExchangeable)
  }
}
