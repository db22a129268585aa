import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

@Suite struct YearInferenceTests {
  private func published(_ header: String, tail: String = "", _ context: ParsingContext) throws -> Timestamp? {
    try parsed(page(header: header, body: "公司公布了数据,货量同比回升百分之六,好于预期。", tail: tail), context).published
  }

  private let related = "猜你喜欢\n\n丙公司扩产\n\n丙公司拟投资三亿元...更多\n\n2022-06-14 10:00:00"

  @Test func otherDatesOnThePageGiveTheYear() throws {
    #expect(try published("06-15 05:42", tail: related, context()) == moment(2022, 6, 15, 5, 42))
    #expect(try published("发布时间:12-31 23:50", tail: related, context()) == moment(2021, 12, 31, 23, 50))
  }

  @Test func aDateInTheFilesNameGivesTheYear() throws {
    #expect(try published("06-15 05:42", context(fileName: "dump-2029-06-16.txt")) == moment(2029, 6, 15, 5, 42))
  }

  @Test func theFilesTimeGivesTheYearAndNothingIsInTheFuture() throws {
    #expect(try published("06-15 05:42", context()) == moment(2031, 6, 15, 5, 42))
    #expect(try published("12月20日 05:42", context()) == moment(2030, 12, 20, 5, 42))
    #expect(try published("时间:12-31 23:50", context(fileTime: moment(2031, 1, 2))) == moment(2030, 12, 31, 23, 50))
  }

  @Test func datesOfTheTextGiveTheYearOfAFileThatWasCopiedLater() throws {
    let text = page(header: "03-15 05:42", body: "2027年3月14日,公司公布了上一年度的数据,货量同比回升百分之六。")
    #expect(try parsed(text).published == moment(2027, 3, 15, 5, 42))
  }

  @Test func aYearThatThePageNamesIsTakenBeforeThePresentAndStaysAGuess() throws {
    let headline = page(title: "远帆航运2027年船队计划", header: "03-15 05:42")
    let notice = page(header: "03-15 05:42", tail: "Copyright © 2010-2028 港口日报 版权所有")
    let context = context(fileTime: nil)
    #expect(try parsed(headline, context).published == moment(2027, 3, 15, 5, 42))
    #expect(try parsed(notice, context).published == moment(2028, 3, 15, 5, 42))
    #expect(try parsed(notice, context).isDateEstimated)
    #expect(
      try parsed(page(header: "03-15 05:42", tail: "计划到2040年完成。"), context).published == moment(2031, 3, 15, 5, 42))
  }

  @Test func aDayCountedFromTheSavingDatesThePage() throws {
    let item = try parsed(page(header: "来源:港口日报 昨天 05:42"), context(fileTime: moment(2031, 1, 1, 8, 30)))
    #expect(item.published == moment(2030, 12, 31, 5, 42))
    #expect(item.source == "港口日报")
    #expect(!item.isDateEstimated)
  }
}
