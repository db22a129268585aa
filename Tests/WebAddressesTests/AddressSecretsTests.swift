import Testing
import WebAddresses

struct AddressSecretsTests {
  @Test(arguments: [
    ("https://li:geheim@news.example/feed", "https://***@news.example/feed"),
    ("https://token@news.example:8080/feed?page=2", "https://***@news.example:8080/feed?page=2"),
    ("http://li:a@b:c@news.example", "http://***@news.example"),
    ("http://li:a/b@news.example/feed", "http://***@news.example/feed"),
    ("https://news.example/f?page=1&token=abc&x=y", "https://news.example/f?page=1&token=***&x=y"),
    (
      "https://news.example/f?API_Key=abc;access-token=d#key=no",
      "https://news.example/f?API_Key=***;access-token=***#key=no"
    ),
    ("socks5://li:geheim@proxy.example:1080", "socks5://***@proxy.example:1080"),
    ("li:geheim@proxy.example:8080", "***@proxy.example:8080"),
    (
      "fetch.proxy = \"http://li:geheim@proxy.example\"  # default",
      "fetch.proxy = \"http://***@proxy.example\"  # default"
    ),
    ("“https://li:geheim@news.example”不是网址", "“https://***@news.example”不是网址"),
    ("c.toml:1:9: http://li:verylongpassw… is no value", "c.toml:1:9: http://*** is no value"),
  ])
  func secretsAreMasked(text: String, shown: String) { #expect(AddressSecrets.masked(text) == shown) }

  @Test(arguments: [
    "https://news.example/@editor/1?code=600519", "https://news.example:8080/a:b?q=x&keyword=y", "li@news.example",
    "12:30",
    "http://[2001:db8::1]:80/", "a token=b, key = c", "https://news.example/f?token=", "", "://", "@",
    "https://@news.example/",
  ])
  func whatIsNoSecretStays(text: String) {
    #expect(AddressSecrets.masked(text) == text)
    #expect(AddressSecrets.removed(from: text) == text)
    #expect(AddressSecrets.withoutUser(text) == text)
  }

  @Test(arguments: [
    ("https://li:geheim@news.example/f?token=a&page=2", "https://news.example/f?page=2"),
    ("https://news.example/f?page=2&token=a&key=b#top", "https://news.example/f?page=2#top"),
    ("https://news.example/f?token=a&key=b", "https://news.example/f"),
    ("https://news.example/f?token=a#top", "https://news.example/f#top"),
  ])
  func anAddressCanDoWithoutThem(address: String, bare: String) {
    #expect(AddressSecrets.removed(from: address) == bare)
  }

  @Test func aLinkKeepsItsParameters() {
    #expect(AddressSecrets.withoutUser("https://li:geheim@news.example/a?key=7") == "https://news.example/a?key=7")
  }

  @Test func whatStaysMaskedInAnEditedAddressIsPutBack() {
    let address = "https://li:geheim@news.example/f?token=abc&page=1"
    let shown = AddressSecrets.masked(address)
    #expect(AddressSecrets.restored(shown, from: address) == address)
    #expect(
      AddressSecrets.restored("https://***@other.example/g?page=2&token=***", from: address)
        == "https://li:geheim@other.example/g?page=2&token=abc")
    #expect(
      AddressSecrets.restored("https://wang:neu@news.example/f", from: address) == "https://wang:neu@news.example/f")
    #expect(AddressSecrets.restored("https://news.example/f", from: address) == "https://news.example/f")
  }
}
