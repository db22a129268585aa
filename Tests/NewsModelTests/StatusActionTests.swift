import NewsModel
import Testing

@Suite struct StatusActionTests {
  static let all: [StatusAction] = [
    .read, .unread, .star, .unstar, .mute, .unmute, .tag("银行"), .untag("银行"), .tag("a:b"),
  ]

  @Test(arguments: all)
  func everyActionIsWrittenAndReadAndHasAnOpposite(action: StatusAction) {
    #expect(StatusAction(action.description) == action)
    #expect(action.inverse.inverse == action && action.inverse != action)
  }

  @Test(arguments: ["", "reed", "tag", "tag:", "star:now"])
  func nonsenseIsNoAction(text: String) { #expect(StatusAction(text) == nil) }

  @Test(arguments: all)
  func itsInverseBringsAHeadlineBack(action: StatusAction) {
    let before = Headline(id: ArticleID(1), key: ArticleKey(1), title: "新闻", published: Timestamp(0), tags: ["利率"])
    var headline = before
    headline.apply(action.inverse)
    let changedBack = headline
    headline.apply(action)
    headline.apply(action.inverse)
    #expect(headline == changedBack)
  }

  @Test func ownTagsDoNotHideThePages() {
    var headline = Headline(id: ArticleID(1), key: ArticleKey(1), title: "新闻", published: Timestamp(0), tags: ["银行"])
    headline.apply(.tag("银行"))
    headline.apply(.tag("待读"))
    #expect(headline.tags == ["银行", "待读"])
    headline.apply(.untag("银行"))
    #expect(headline.tags == ["银行", "待读"])
  }
}
