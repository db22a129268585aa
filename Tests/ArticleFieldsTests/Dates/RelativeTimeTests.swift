import ParsingSupport
import Testing

@testable import ArticleFields

@Suite struct RelativeTimeTests {
  private let saved = context(fileTime: moment(2031, 1, 1, 8, 30))

  @Test(
    arguments: [
      ("今天 05:42", "2031-01-01 05:42"), ("来源:港口日报 昨天 05:42", "来源:港口日报 2030-12-31 05:42"),
      ("前天05:42", "2030-12-3005:42"),
      ("港口日报 3小时前", "港口日报 2031-01-01 05:30"), ("10分钟前", "2031-01-01 08:20"), ("9小时前", "2030-12-31 23:30"),
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
