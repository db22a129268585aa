import NewsModel
import Testing

@testable import NewsStore

@Suite struct SenseOfChangesTests {
  private static func item(_ title: String, text: String = "公司公告称，订单充足。") -> Item {
    Item(
      originID: "a1", url: "https://news.example/a1", title: title, source: "云报", published: Timestamp(1_790_000_000),
      blocks: [.paragraph(text)])
  }

  /// How an article stands that was read, and then came in another form.
  private func changed(_ old: Item, _ new: Item) throws -> Headline {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([old])
    _ = try store.markRead(matching: .all)
    _ = try store.save([new])
    return try #require(try store.headlines(matching: .all, from: .start, limit: 1).headlines.first)
  }

  @Test func articleWhoseSenseChangedComesBackAsUnread() throws {
    let headline = try changed(Self.item("北渚证券下调云杉动力评级"), Self.item("北渚证券上调云杉动力评级"))
    #expect(headline.change == .sense)
    #expect(!headline.status.isRead)
  }

  @Test func changedFigureOfTheTextIsOneOfSense() throws {
    let headline = try changed(
      Self.item("云杉动力三季报", text: "净利润3.6亿元。"), Self.item("云杉动力三季报", text: "净利润3.4亿元。"))
    #expect(headline.change == .sense)
  }

  @Test func typoBringsNothingBack() throws {
    let headline = try changed(Self.item("云杉动力第三季度营收增长2.5%"), Self.item("云杉动力：三季度营收增长2.50%"))
    #expect(headline.change == .wording)
    #expect(headline.status.isRead)
  }
}
