import NewsModel
import Testing

@testable import Wording

@Suite struct WordsTests {
  private let english = Words(language: .en)
  private let chinese = Words(language: .zhHans)

  @Test func englishCountsHavePluralForms() {
    #expect(english.count(1, "article") == "1 article")
    #expect(english.count(0, "article") == "0 articles")
    #expect(english.count(1_286, "article") == "1,286 articles")
    #expect(english.count(2, "article matches", "articles match") == "2 articles match")
    #expect(english.itemCount(1) == "1 item" && english.exported(1, to: "a") == "1 article written to a")
    #expect(english.span(86_400 * 2) == "2 days" && chinese.span(86_400 * 2) == "2天")
  }

  @Test func numbersAreShortAndGrouped() {
    #expect(english.number(-1_234_567) == "-1,234,567")
    #expect([0, 0.04, 3.44, 9.96, 12.6, 1_286].map(english.tenths) == ["0", "0", "3.4", "10", "13", "1,286"])
    #expect([0, 0.04, .infinity].map(chinese.rate) == ["0", "0.1", "0"])
  }

  @Test func largeCountsAreShortWhereThereIsLittleRoom() {
    let counts = [1_286, 99_999, 100_000, 128_900, 1_999_999, 123_456_789, 1_200_000_000]
    #expect(counts.map(chinese.briefNumber) == ["1,286", "99,999", "10万", "12.8万", "199万", "1.2亿", "12亿"])
    #expect(counts.map(english.briefNumber) == ["1,286", "99,999", "100k", "128k", "1.9M", "123M", "1.2B"])
  }

  @Test func aListIsTitledByWhatItAsksFor() {
    let since = Query.since(Timestamp(1_655_222_400))
    let query = Query.allOf([.tag("央行"), .unread, since, .not(.source("")), .or([.text("降准"), .label("聚焦")])])
    #expect(chinese.title(of: query, in: .gmt) == "央行，未读，自2022-06-14T16:00，除“（无来源）”外，“降准” / 聚焦")
    #expect(
      english.title(of: query, in: .gmt)
        == "央行, unread, since 2022-06-14T16:00, without “(no source)”, “降准” / 聚焦")
    #expect(chinese.title(of: .all, in: .gmt).isEmpty)
  }

  @Test func daysNameTheirYearWhereItIsAnother() {
    let day = CivilTime(year: 2026, month: 6, day: 5)
    #expect(chinese.day(day, now: day) == "6月5日 周五" && english.day(day, now: day) == "06-05 Fri")
    let later = CivilTime(year: 2027, month: 1, day: 1)
    #expect(chinese.day(day, now: later) == "2026年6月5日 周五" && english.day(day, now: later) == "2026-06-05 Fri")
  }

  @Test func sentencesNameTheKeysThatAreBound() {
    let words = Words(language: .zhHans, keys: [.undo: "Ctrl-z"])
    #expect(words.removed("新股") == "已删除“新股”，按 Ctrl-z 撤销")
    #expect(words.notReadable == "读取失败，按 :log 查看原因", "a command without a key is typed")
  }

  @Test func questionsNameWhatIsChanged() {
    #expect(chinese.changeQuestion(142, of: "", [.read]) == "将142条新闻标为已读？  y 确定  n 取消")
    #expect(chinese.changeQuestion(142, of: "央行", [.read, .star]) == "对“央行”的142条新闻执行：标为已读、加星标？  y 确定  n 取消")
    #expect(
      english.changeQuestion(1, of: "“rate cut”", [.read]) == "Mark 1 article of “rate cut” as read?  y yes  n no")
    #expect(english.changeQuestion(nil, of: "", [.mute]) == "Hide all articles?  y yes  n no")
  }

  @Test func oneArticleIsNotCountedWhereItIsUndone() {
    #expect(chinese.undone(StatusChange(.unmute, of: [ArticleKey(1)])) == "已撤销屏蔽")
    #expect(chinese.undone(StatusChange(.read, of: [ArticleKey(1), ArticleKey(2)])) == "已恢复为已读（2条）")
  }

  @Test func whatTheDatabaseSaysIsChineseAsFarAsItIsKnown() {
    #expect(chinese.reason("no such table: article") == "缺少表 article")
    #expect(chinese.reason("something else") == "something else")
    #expect(english.reason("no such table: article") == "no such table: article")
  }
}
