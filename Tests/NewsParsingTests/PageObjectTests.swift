import Foundation
import NewsModel
import ParsingSupport
import Testing

@testable import NewsParsing

@Suite struct PageObjectTests {
  private func object(_ item: Item) throws -> [String: Any] {
    let data = try JSONEncoder().encode(PageObject(item, zone: shanghai))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func everyKeyIsThereAndWhatIsMissingIsNull() throws {
    let object = try object(Item(title: "甲"))
    #expect(
      Set(object.keys) == [
        "kind", "label", "title", "source", "byline", "published", "summary", "text", "blocks", "tags", "previous",
        "next",
        "related",
      ])
    for key in ["label", "source", "byline", "published", "summary", "previous", "next"] {
      #expect(object[key] is NSNull)
    }
    #expect(object["kind"] as? String == "page")
  }

  @Test func datesHaveTheOffsetOfTheZone() throws {
    let item = try Fixture.item("lanhe-energy.txt")
    let object = try object(item)
    #expect(object["published"] as? String == "2031-03-08T06:20:31+08:00")
    let related = try #require(object["related"] as? [[String: Any]])
    #expect(Set(related[0].keys) == ["label", "title", "summary", "published", "self"])
    #expect(related[0]["self"] as? Bool == true)
    #expect(related[2]["label"] is NSNull)
  }

  @Test func aGuessedDateIsMarked() throws {
    #expect(try object(try Fixture.item("bare-page.txt"))["dateEstimated"] as? Bool == true)
    #expect(try object(try Fixture.item("lanhe-energy.txt"))["dateEstimated"] == nil)
  }
}
