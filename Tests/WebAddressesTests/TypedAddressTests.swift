import Testing
import WebAddresses

@Suite struct TypedAddressTests {
  @Test(arguments: [
    ("https://news.example/feed", "https://news.example/feed"), ("HTTP://news.example", "HTTP://news.example"),
    ("feed:https://news.example/feed", "https://news.example/feed"),
    ("feed://news.example/feed", "http://news.example/feed"),
    ("feed:http://news.example/feed", "http://news.example/feed"),
    ("feed://https://news.example/", "https://news.example/"),
    ("Feed:https://news.example/", "https://news.example/"), (" https://news.example/ a ", "https://news.example/a"),
  ])
  func aSchemeThatIsWrittenStays(_ typed: String, _ address: String) {
    #expect(TypedAddress(typed).address == address)
    #expect(TypedAddress(typed).overHTTP == nil)
  }

  @Test(arguments: [
    ("news.example", "news.example"), ("news.example:8080/feed", "news.example:8080/feed"),
    ("//news.example/feed", "news.example/feed"),
    ("news.example/?to=http://a.example", "news.example/?to=http://a.example"),
  ])
  func withoutOneHTTPSIsMeant(_ typed: String, _ rest: String) {
    #expect(TypedAddress(typed).address == "https://" + rest)
    #expect(TypedAddress(typed).overHTTP == "http://" + rest)
  }
}
