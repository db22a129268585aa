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

@Suite struct AddressDateRuleTests {
  private func day(_ path: String) -> Timestamp? {
    AddressDate.find(in: "https://site.test" + path, ParsingContext(zone: shanghai, now: moment(2024, 6, 1)))
  }

  @Test(arguments: [
    "/2024/1/5/", "/2024_01_05.html", "/x2024-1-05y", "/2024-0105", "/2024/01-05", "/202401_05", "/a20240105b",
    "/12/2024/01/05/", "/4015/20240105/",
  ]) func numbersOfADayStandTogether(path: String) {
    #expect(day(path) == moment(2024, 1, 5))
  }

  @Test(arguments: [
    "/2024/01/", "/2024/001/05/", "/2024.01.05", "/2024/13/05/", "/2024/02/30/", "/202401/5/", "/2024//01/05",
    "/0105/2024", "/020240105", "/202401050", "/24/01/05/", "/2024/01a/05/",
  ]) func otherNumbersAreNone(path: String) {
    #expect(day(path) == nil)
  }

  @Test func theYearLiesBetween1995AndTomorrow() {
    #expect(day("/1995/01/01/") == moment(1995, 1, 1) && day("/1994/12/31/") == nil)
    #expect(day("/2024/06/02/") == moment(2024, 6, 2) && day("/2024/06/03/") == nil)
  }

  @Test func theFirstOfTwoDaysCounts() { #expect(day("/2024/01/05/2023-04-05.html") == moment(2024, 1, 5)) }

  @Test func aNumberThatIsNoDayHidesNone() {
    #expect(day("/2024/9/20240105") == moment(2024, 1, 5))
    #expect(day("/" + String(repeating: "1/", count: 23) + "20240105") == moment(2024, 1, 5))
    #expect(day("/" + String(repeating: "1/", count: 24) + "20240105") == nil)
  }

  @Test func onlyThePathOfAWholeAddressIsLookedAt() {
    let context = ParsingContext(zone: shanghai, now: moment(2024, 6, 1))
    for address in ["/2024/01/05/", "https://site.test/?d=2024-01-05", "https://site.test/#2024-01-05", ""] {
      #expect(AddressDate.find(in: address, context) == nil, "\(address)")
    }
  }
}
