import NewsModel
import Testing

@Suite struct AddressConditionTests {
  @Test(arguments: [
    ("example.com", "https://www.Example.com/2024/1.html", true), ("www.example.com", "https://example.com/", false),
    ("example.com", "https://badexample.com/", false), ("example.com", "http://example.com:8080/a", true),
    ("example.com/2024", "https://m.example.com/2024/1", true),
    ("example.com/2024", "https://example.com/a/2024", false),
    ("https://Example.com/A", "https://example.com/a?b=1", true), ("example.com/", "https://example.com", true),
    ("markets", "https://example.com/Markets/1", true), ("/2024/", "https://example.com/a/2024/1", true),
    ("1.html", "https://example.com/1.html", false), ("/1.html", "https://example.com/1.html", true),
    ("", "https://example.com", false), ("a b", "https://example.com/a b", true),
  ])
  func meansAHostOrAPart(text: String, address: String, matches: Bool) {
    #expect(AddressCondition(text).matches(address) == matches)
    #expect(AddressCondition(AddressCondition(text).text) == AddressCondition(text))
  }

  @Test func noTextMeansNoAddress() {
    #expect(AddressCondition("").matches(nil))
    #expect(!AddressCondition("example.com").matches(nil))
    #expect(!AddressCondition("example").matches(""))
  }
}
