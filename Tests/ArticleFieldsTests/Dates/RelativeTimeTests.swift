import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields

@Suite struct RelativeTimeTests {
  private let saved = context(fileTime: moment(2031, 1, 1, 8, 30))

  @Test(
    arguments: [
      ("今天 05:42", "2031-01-01 05:42"), ("来源:港口日报 昨天 05:42", "来源:港口日报 2030-12-31 05:42"),
      ("前天05:42", "2030-12-3005:42"), ("港口日报 3小时前", "港口日报 2031-01-01 05:30"), ("10分钟前", "2031-01-01 08:20"),
      ("9小时前", "2030-12-31 23:30"),
    ])
  func countsFromTheSaving(_ line: String, _ expected: String) {
    #expect(RelativeTime.spelledOut(line[...], in: saved).map(String.init) == expected)
  }

  @Test(arguments: ["今天公布的数据", "昨日，公司公告", "公司3小时前公告", "今天", "小时前"]) func sentencesStay(_ line: String) {
    #expect(RelativeTime.spelledOut(line[...], in: saved) == nil)
  }

  @Test func withoutTheFilesTimeNothingIsKnown() {
    #expect(RelativeTime.spelledOut("昨天 05:42", in: context(fileTime: nil)) == nil)
  }
}

/// Every word that counts from the saving of a page, and where it must stand.
@Suite struct RelativeTimeFormTests {
  private let saved = context(fileTime: moment(2031, 3, 1, 0, 30))

  private func spelled(_ line: String, _ context: ParsingContext? = nil) -> String? {
    RelativeTime.spelledOut(line[...], in: context ?? saved).map(String.init)
  }

  @Test(arguments: [
    ("今天 05:42", "2031-03-01 05:42"), ("今日05:42", "2031-03-0105:42"), ("昨天 05:42", "2031-02-28 05:42"),
    ("昨日　05:42", "2031-02-28　05:42"), ("前天 5:42", "2031-02-27 5:42"), ("1分钟前", "2031-03-01 00:29"),
    ("45分鐘前", "2031-02-28 23:45"), ("3小时前", "2031-02-28 21:30"), ("3 小时前", "2031-02-28 21:30"),
    ("24小時前", "2031-02-28 00:30"), ("2天前", "2031-02-27 00:30"), ("999天前", "2028-06-05 00:30"),
    ("港口日报 3小时前 阅读", "港口日报 2031-02-28 21:30 阅读"), ("发布于：3小时前", "发布于：2031-02-28 21:30"),
    ("港口日报|昨天 05:42", "港口日报|2031-02-28 05:42"), ("来源:今天 05:42", "来源:2031-03-01 05:42"),
  ])
  func wordsCountFromTheSaving(line: String, expected: String) { #expect(spelled(line) == expected) }

  @Test(arguments: [
    "", "今天", "今天上午", "昨天的货量", "公司昨天 05:42", "明天 05:42", "3小时", "小时前", "数小时前", "公司3小时前", "1234小时前", "3周前", "三小时前",
    "05:42", "3 前",
  ])
  func otherWordsAreLeftAlone(line: String) { #expect(spelled(line) == nil) }

  @Test func theZoneOfTheReaderTellsTheDay() {
    let universal = ParsingContext(zone: .gmt, fileTime: moment(2031, 3, 1, 0, 30), now: moment(2031, 7, 2))
    #expect(spelled("今天 05:42", universal) == "2031-02-28 05:42")
    #expect(spelled("30分钟前", universal) == "2031-02-28 16:00")
  }

  @Test func aLongLineIsAText() {
    let filling = String(repeating: "a", count: 184)
    #expect(spelled("今天 05:42 " + filling + " 3x") != nil)
    #expect(spelled("今天 05:42 " + filling + "  3x") == nil)
  }
}
