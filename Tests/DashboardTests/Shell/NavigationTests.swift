import Testing

@testable import Dashboard

@Suite struct NavigationTests {
  private let environment = Session().state.environment

  @Test func anotherPageIsToldOnceAndEndsReadingMode() {
    var navigation = Navigation()
    _ = navigation.update(.readOnly(true), in: environment)
    let outcomes = [Page.saved, .saved, .news].flatMap { navigation.update(.show($0), in: environment) }
    let shown = outcomes.compactMap { if case .shown(let page) = $0 { page } else { nil } }
    #expect(shown == [.saved, .news])
    #expect(!navigation.isReadingOnly)
  }

  @Test func leavingTheReaderIsTold() {
    var navigation = Navigation()
    let told = [Navigation.Event.focus(.reader), .focus(.reader), .goToNews(.feed), .focus(.statistics)].map { event in
      navigation.update(event, in: environment).contains { if case .readerLeft = $0 { true } else { false } }
    }
    #expect(told == [false, false, true, false])
  }

  @Test func goingToTheNewsKeepsPaneAndZoom() {
    var navigation = Navigation()
    for event in [Navigation.Event.focus(.statistics), .zoom(true), .show(.sources), .goToNews()] {
      _ = navigation.update(event, in: environment)
    }
    #expect(navigation.page == .news && navigation.focus == .statistics && navigation.isZoomed)
  }
}
