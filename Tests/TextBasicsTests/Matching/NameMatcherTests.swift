import Testing

@testable import TextBasics

@Suite struct NameMatcherTests {
  private func positions(_ typed: String, _ name: String) -> [Int]? {
    NameMatcher(typed).score(name)?.positions
  }

  private func ranking(_ typed: String, _ names: String...) -> [String] {
    let matcher = NameMatcher(typed)
    return names.compactMap { name in matcher.score(name).map { (name, $0.score) } }.sorted { $0.1 > $1.1 }.map(\.0)
  }

  /// 重 is read zhong and chong, 行 is read xing and hang.
  @Test(arguments: ["cqyh", "zqyh", "CQYH", "zqyx", "重qyh", "cq银行", "yh", "重庆", "银行"])
  func anyReadingOfACharacterWillDo(typed: String) {
    #expect(positions(typed, "重庆银行") != nil)
    #expect(positions(typed, "重慶銀行") != nil)
  }

  @Test(arguments: ["cyh", "qcyh", "cqyhx", "hyqc", "cqy1", "xq"])
  func readingsFollowEachOther(typed: String) {
    #expect(positions(typed, "重庆银行") == nil)
  }

  @Test func lettersAndReadingsMix() {
    #expect(positions("tclkj", "TCL科技") == [0, 1, 2, 3, 4])
    #expect(positions("ag", "Ａ股") == [0, 1])
    #expect(positions("5gsj", "5G手机") == [0, 1, 2, 3])
    #expect(positions("yh", "重庆银行") == [2, 3])
  }

  @Test func lettersMayHaveOthersBetweenThem() {
    #expect(positions("nx", "next") == [0, 2])
    #expect(positions("", "银行")?.isEmpty == true)
  }

  @Test func whatIsWholeOrBeginsWithItComesFirst() {
    #expect(ranking("yh", "重庆银行", "银行", "银行监管") == ["银行", "银行监管", "重庆银行"])
    #expect(ranking("zg", "Zig", "中国", "zg", "国中") == ["zg", "中国", "Zig"])
  }

  @Test func ideographsBeyondTheTableHaveNoReading() {
    #expect(positions("a", "𠀀") == nil)
    #expect(PinyinTable.shared.initials(of: 0xA000) == 0)
    #expect(PinyinTable.shared.initials(of: 0x3400) == 0)
  }

  @Test func everyReadingOfTheTableIsKnown() {
    func letters(_ character: Unicode.Scalar) -> String {
      let set = PinyinTable.shared.initials(of: character.value)
      return String(
        (UInt8(ascii: "a")...UInt8(ascii: "z")).filter { set & 1 << UInt32($0 - 0x61) != 0 }.map {
          Character(Unicode.Scalar($0))
        })
    }
    #expect(letters("一") == "y")
    #expect(letters("行") == "hx")
    #expect(letters("重") == "ctz")
    #expect(letters("长") == "cz")
    #expect(letters("龥") == "y")
  }
}
