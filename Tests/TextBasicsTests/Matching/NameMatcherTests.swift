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

  @Test(arguments: ["chongqingyinhang", "zhongqyh", "chqyh", "cqyinh", "cqyinhan", "chongqing银行", "yinxing", "qingyin"])
  func readingsAreTypedWholeOrByTheirBeginnings(typed: String) {
    #expect(positions(typed, "重庆银行") != nil)
  }

  /// Within a name a reading is typed by its first letter, by zh, ch or sh, or as a whole.
  @Test(arguments: ["chonqing", "choqyh", "chongqingx", "yinhangx", "gqing"])
  func piecesOfReadingsDoNotMatch(typed: String) {
    #expect(positions(typed, "重庆银行") == nil)
  }

  @Test func readingsAreSplitInEveryWayThereIs() {
    #expect(positions("xian", "西安") == [0, 1])
    #expect(positions("xian", "先") == [0])
    #expect(positions("fangan", "方案") == [0, 1])
    #expect(positions("lvse", "绿色") == [0, 1])
    #expect(positions("luse", "绿色") == [0, 1])
    #expect(positions(String(repeating: "yi", count: 40), String(repeating: "一", count: 40)) == nil)
  }

  @Test func aWholeReadingIsWorthItsLetters() {
    #expect(ranking("biaoqian", "big amount of quite an", "标签").first == "标签")
    #expect(ranking("yinhang", "yin h a n g", "银行").first == "银行")
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

  @Test func readingsOfTheTableAreSpelledOut() {
    func readings(_ character: Unicode.Scalar) -> [String] {
      var found: [String] = []
      PinyinTable.shared.forEachReading(of: character.value) { reading in
        found.append(
          String((0..<reading.count).compactMap { Unicode.Scalar(reading.letter($0)).map { Character($0) } }[...]))
      }
      return found
    }
    #expect(readings("一") == ["yi"])
    #expect(readings("龥") == ["yu"])
    #expect(readings("重").sorted() == ["chong", "tong", "zhong"])
    #expect(readings("双") == ["shuang"])
    #expect(readings("a").isEmpty)
  }
}
