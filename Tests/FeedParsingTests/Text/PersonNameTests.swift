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

struct AuthorListTests {
  private func joined(_ names: [(String, Int)]) -> String {
    var list = AuthorList()
    for (name, rank) in names { list.add(name, rank: rank) }
    #expect(list.isEmpty == list.joined.isEmpty)
    return list.joined
  }

  @Test func namesOfTheLowestRankCountEachOnce() {
    #expect(joined([("Lin", 1), ("Mo", 1), ("Lin", 1)]) == "Lin, Mo")
    #expect(joined([("Lin", 2), ("Mo", 1), ("Wu", 2)]) == "Mo")
    #expect(joined([("Lin", 2), ("Lin", 1), ("Mo", 1)]) == "Lin, Mo")
    #expect(joined([("", 0), ("Lin", 1)]) == "Lin")
    #expect(joined([]) == "")
  }

  @Test func noMoreThanSoManyAreKept() {
    #expect(joined((0..<40).map { ("n\($0)", 0) }) == (0..<16).map { "n\($0)" }.joined(separator: ", "))
  }
}
