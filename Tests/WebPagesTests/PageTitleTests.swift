import Testing

@testable import WebPages

@Suite struct PageTitleTests {
  @Test(arguments: [
    ("青禾科技净利翻倍_财经_南湾网", "青禾科技净利翻倍"), ("青禾科技净利翻倍-南湾网", "青禾科技净利翻倍"),
    ("Cranes go electric - Tidewater Courier", "Cranes go electric"),
    ("Well-known cranes | Ports | Courier", "Well-known cranes"), ("A year on: what now?", "A year on: what now?"),
  ])
  func takesTheSiteOffATitle(document: String, expected: String) {
    #expect(PageTitle(document: document, named: [], headings: [], siteNames: []).find() == expected)
  }

  @Test func prefersTheHeadingThatTheTitleRepeats() {
    let title = PageTitle(
      document: "南湾港：吞吐量创新高！-南湾网", named: ["吞吐量"], headings: ["热点", "南湾港：吞吐量创新高！", "南湾网"], siteNames: ["南湾网"])
    #expect(title.find() == "南湾港：吞吐量创新高！")
  }
}
