import Foundation
import Growth
import SeededRandom
import Testing

@testable import TextVersions

struct TextDeltaTests {
  private static let article = String(
    repeating: "霁川股份公告，公司前三季度实现净利润3.6亿元，同比增长12%。Ostrey shares rose 4% after the results. 订单充足将支撑全年业绩。\n",
    count: 12)

  @Test(arguments: [
    ("", ""), ("", "净利润"), ("净利润", ""), ("净利润3.6亿元", "净利润3.4亿元"), ("same", "same"),
    ("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaa"),
    ("甲乙丙丁戊己庚辛", "戊己庚辛甲乙丙丁"),
  ])
  func olderTextComesOfNewerOne(new: String, old: String) throws {
    let delta = TextDelta.delta(from: Data(new.utf8), to: Data(old.utf8))
    #expect(try TextDelta.apply(delta, to: Data(new.utf8)) == Data(old.utf8))
  }

  @Test func everyRandomEditCanBeTakenBack() throws {
    var random = SeededGenerator(seed: 16)
    for _ in 0..<400 {
      let new = Data(Self.article.utf8)
      let old = RandomEdits.edited(new, edits: Int.random(in: 0...8, using: &random), using: &random)
      let delta = TextDelta.delta(from: new, to: old)
      #expect(try TextDelta.apply(delta, to: new) == old)
      #expect(delta.count <= old.count + 24)
    }
  }

  @Test func textWithoutAnythingInCommonCostsItself() throws {
    var random = SeededGenerator(seed: 2)
    let texts = (0..<2).map { _ in Data((0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }) }
    let delta = TextDelta.delta(from: texts[0], to: texts[1])
    #expect(delta.count < 5_040)
    #expect(try TextDelta.apply(delta, to: texts[0]) == texts[1])
  }

  @Test func editOfASentenceCostsItsWords() throws {
    let old = Self.article.replacing("3.6亿元", with: "3.4亿元", maxReplacements: 1)
    let oldTail = old + "更正：此前的数字有误。\n"
    func cost(_ old: String) -> Int { TextDelta.delta(from: Data(Self.article.utf8), to: Data(old.utf8)).count }
    #expect(cost(old) < 20)
    #expect(cost(oldTail) < 70)
    #expect(cost(Self.article.replacing("净利润", with: "营业收入", maxReplacements: 3)) < 80)
  }

  @Test func movedParagraphIsCopied() {
    let lines = (0..<40).map { "第\($0)段：公司订单充足，产能正在爬坡，第\($0 * 7)条产线投产。\n" }
    let moved = lines[20...] + lines[..<20]
    let delta = TextDelta.delta(from: Data(lines.joined().utf8), to: Data(moved.joined().utf8))
    #expect(delta.count < 48)
  }

  @Test func damagedDeltaGivesAnErrorOrTheSameText() {
    var random = SeededGenerator(seed: 5)
    let new = Data(Self.article.utf8)
    let old = RandomEdits.edited(new, edits: 4, using: &random)
    let delta = TextDelta.delta(from: new, to: old)
    for index in delta.indices {
      for bit in 0..<8 {
        var damaged = delta
        damaged[index] ^= 1 << bit
        #expect(Self.givesNothingElse(damaged, new, old))
      }
      #expect(throws: TextDelta.Damage.self) { try TextDelta.apply(delta.prefix(index), to: new) }
    }
    #expect(throws: TextDelta.Damage.malformed) { try TextDelta.apply(delta + [0], to: new) }
  }

  @Test func anyBytesAreRead() {
    var random = SeededGenerator(seed: 7)
    let new = Data(Self.article.utf8)
    for _ in 0..<3_000 {
      let count = Int.random(in: 0..<40, using: &random)
      let bytes = Data([TextDelta.form] + (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
      #expect(Self.givesNothingElse(bytes, new, Data()))
    }
    #expect(throws: TextDelta.Damage.unknownForm(9)) { try TextDelta.apply(Data([9, 0]), to: new) }
    #expect(throws: TextDelta.Damage.malformed) { try TextDelta.apply(Data(), to: new) }
    let greatest = Data([TextDelta.form] + [UInt8](repeating: 0xFF, count: 9) + [1])
    #expect(throws: TextDelta.Damage.malformed) { try TextDelta.apply(greatest, to: new) }
  }

  @Test func deltaOfAnotherTextIsRefused() {
    let delta = TextDelta.delta(from: Data("净利润3.6亿元".utf8), to: Data("净利润3.4亿元".utf8))
    #expect(throws: TextDelta.Damage.wrongText) { try TextDelta.apply(delta, to: Data("净利闰3.6亿元".utf8)) }
  }

  @Test(arguments: ["a", "ab", "甲乙", "abcdefgh"])
  func hostileTextsTakeTimeInStepWithTheirLength(_ piece: String) {
    #expect(
      growsLinearly(from: 40_000) { size in
        let count = size / piece.utf8.count
        let whole = String(repeating: piece, count: count)
        return (Data(("x" + whole + "y").utf8), Data((whole + "z" + whole + "w").utf8))
      } _: { (texts: (new: Data, old: Data)) in
        _ = TextDelta.delta(from: texts.new, to: texts.old)
      })
  }

  private static func givesNothingElse(_ delta: Data, _ new: Data, _ old: Data) -> Bool {
    do { return try TextDelta.apply(delta, to: new) == old } catch { return true }
  }
}

/// Edits of bytes as nobody would make them.
enum RandomEdits {
  static func edited(_ text: Data, edits: Int, using random: inout SeededGenerator) -> Data {
    var bytes = [UInt8](text)
    for _ in 0..<edits {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let end = Int.random(in: start...min(bytes.count, start + 60), using: &random)
      let other = Int.random(in: 0...bytes.count, using: &random)
      let piece = Array(bytes[other..<min(bytes.count, other + Int.random(in: 0...80, using: &random))])
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: piece, at: start)
      case 2: bytes.replaceSubrange(start..<end, with: piece)
      default: bytes.replaceSubrange(start..<end, with: (0..<5).map { _ in UInt8.random(in: 0...255, using: &random) })
      }
    }
    return Data(bytes)
  }
}
