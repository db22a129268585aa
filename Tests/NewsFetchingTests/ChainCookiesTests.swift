import Testing
import WebAddresses

@testable import NewsFetching

@Suite struct ChainCookiesTests {
  private func field(_ cookies: [String], from: String, to: String) throws -> String? {
    var chain = ChainCookies()
    let source = try #require(WebAddress(from))
    for cookie in cookies { chain.add(cookie, from: source) }
    return chain.field(for: try #require(WebAddress(to)))
  }

  @Test func cookiesGoBackToTheirHostWithNameAndValueAlone() throws {
    let sent = try field(
      ["seen=1; Path=/; HttpOnly", "k = v w "], from: "https://news.example/feed", to: "https://news.example/feed")
    #expect(sent == "seen=1; k=v w")
  }

  @Test(arguments: [
    ("a=1", "https://other.example/feed"), ("a=1", "https://www.news.example/feed"),
    ("a=1; Path=/x", "https://news.example/xy"),
    ("a=1; Secure", "http://news.example/feed"), ("a=1; Domain=other.example", "https://other.example/feed"),
    ("a=1; Domain=example", "https://shop.example/feed"), ("no sign", "https://news.example/feed"),
    ("a=1; Max-Age=0", "https://news.example/feed"),
  ])
  func elsewhereTheyDoNotGo(_ cookie: String, _ target: String) throws {
    #expect(try field([cookie], from: "https://news.example/feed", to: target) == nil)
  }

  @Test(arguments: [
    ("a=1; Domain=.news.example", "https://cdn.news.example/feed"), ("a=1; Path=/x", "https://news.example/x/feed"),
    ("a=1; Secure", "https://news.example/feed"),
  ])
  func domainPathAndEncryptionSayWhere(_ cookie: String, _ target: String) throws {
    #expect(try field([cookie], from: "https://news.example/feed", to: target) == "a=1")
  }

  @Test func aDomainInWhichEverybodyMayHaveAHostIsNone() throws {
    let from = "https://a.com.cn/"
    #expect(try field(["a=1; Domain=com.cn"], from: from, to: "https://b.com.cn/") == nil)
    #expect(try field(["a=1; Domain=0.0.1"], from: "http://127.0.0.1/", to: "http://127.0.0.1/") == nil)
  }

  @Test func aLaterValueTakesThePlaceOfTheFirst() throws {
    let address = "https://news.example/"
    #expect(try field(["a=1", "b=2", "a=3"], from: address, to: address) == "b=2; a=3")
    #expect(try field(["a=1", "a=; Max-Age=0"], from: address, to: address) == nil)
  }

  @Test func thereAreNotMoreThanFifty() throws {
    let address = "https://news.example/"
    let sent = try field((0..<80).map { "k\($0)=v" }, from: address, to: address)
    #expect(sent?.split(separator: ";").count == 50)
    #expect(try field(["a=" + String(repeating: "x", count: 5_000)], from: address, to: address) == nil)
  }
}
