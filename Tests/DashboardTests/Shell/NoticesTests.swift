import NewsModel
import Testing

@testable import Dashboard

@Suite struct NoticesTests {
  @Test func aMessageIsShownAndKept() {
    var notices = Notices()
    notices.show("已保存", isError: false, at: SampleNews.now)
    #expect(notices.toast?.text == "已保存")
    notices.endToast()
    #expect(notices.toast == nil)
    #expect(notices.log.map(\.text) == ["已保存"])
  }

  @Test func theLogDropsItsOldestMessages() {
    var notices = Notices()
    for number in 1...501 { notices.record("\(number)", isError: true, at: SampleNews.now) }
    #expect(notices.toast == nil)
    #expect(notices.log.count == 500)
    #expect(notices.log.first?.text == "2")
  }
}

@Suite struct UndoStackTests {
  private let star = UndoEntry.status(StatusChange(.star, of: [ArticleKey(1)]))
  private let saved = UndoEntry.saved([.removeRule("央行")])

  @Test func onlyTheLastHundredStepsAreKept() {
    var stack = UndoStack()
    stack.push(saved)
    for _ in 1...100 { stack.push(star) }
    #expect(stack.entries == Array(repeating: star, count: 100))
  }

  @Test func aChangeThatWasRefusedIsForgottenWhereItIsTheLast() {
    var stack = UndoStack()
    stack.push(saved)
    stack.push(star)
    stack.forgetSavedChange()
    #expect(stack.entries == [saved, star])
    let last = stack.pop()
    #expect(last == star)
    stack.forgetSavedChange()
    #expect(stack.entries.isEmpty)
  }
}
