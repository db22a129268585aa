import NewsModel
import Testing

@testable import Dashboard

@Suite struct RefreshTests {
  private let source = RefreshScope.only([Subscription.ID(rawValue: 3)])

  /// The refreshes that each of the events begins.
  private func begun(by events: [Refresh.Event]) -> [[RefreshRequest]] {
    let environment = Session().state.environment
    var refresh = Refresh(isAutomatic: true)
    return events.map { event in
      refresh.update(event, in: environment).compactMap {
        if case .effect(.refresh(let request)) = $0 { request } else { nil }
      }
    }
  }

  @Test func oneRefreshGoesOnAtATimeAndASourceWaitsOnce() {
    let end = Refresh.Event.ended(.failed("断网"))
    let begun = begun(by: [.begin(.all), .begin(source), .begin(source), .due, end, end])
    #expect(begun == [[RefreshRequest(.all)], [], [], [], [RefreshRequest(source)], []])
  }

  @Test func whatIsStoppedForgetsWhatWaits() {
    let begun = begun(by: [.begin(.all), .begin(source), .stop, .ended(.failed("已停止"))])
    #expect(begun == [[RefreshRequest(.all)], [], [], []])
  }

  @Test func whatTheReaderAsksForFollowsARefreshThatCameByItself() {
    let begun = begun(by: [.due, .begin(.all), .ended(.failed("断网"))])
    #expect(begun == [[RefreshRequest(.due, isAutomatic: true)], [], [RefreshRequest(.all)]])
  }
}
