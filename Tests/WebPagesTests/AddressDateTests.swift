import NewsModel
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import WebPages

@Suite struct AddressDateTests {
  private static let context = ParsingContext(zone: shanghai, now: moment(2024, 6, 1))

  @Test(
    "a day is found in the forms that sites use",
    arguments: [
      "http://finance.site.test/n1/2024/0105/c1004-4015.html", "https://site.test/2024/01/05/title/",
      "https://site.test/a/2024-01-05/1.shtml", "https://site.test/art/t20240105_889.html",
      "https://site.test/202401/05/x.html", "https://site.test/20240105.htm?d=20230303",
    ])
  func found(address: String) {
    #expect(AddressDate.find(in: address, Self.context) == moment(2024, 1, 5))
  }

  @Test(
    "other numbers, days that are not and days to come are none",
    arguments: [
      "https://site.test/item/20241399.html", "https://site.test/1004-4015", "https://20240105.test/x",
      "https://site.test/2031/01/05/", "https://site.test/a?date=2024-01-05", "https://site.test/18990105/",
    ])
  func none(address: String) {
    #expect(AddressDate.find(in: address, Self.context) == nil)
  }
}
