import Testing

@testable import FeedParsing

struct PersonNameTests {
  @Test(arguments: [
    ("desk@news.example (Lin Xiao)", "Lin Xiao"), ("Lin Xiao <desk@news.example>", "Lin Xiao"),
    ("Lin Xiao (desk@news.example)", "Lin Xiao"), ("Lin Xiao", "Lin Xiao"), ("desk@news.example", "desk@news.example"),
    ("Lin Xiao (Reporter)", "Lin Xiao (Reporter)"), ("(Lin)", "(Lin)"), ("", ""),
  ])
  func names(written: String, name: String) {
    #expect(PersonName.name(in: written) == name)
  }
}
