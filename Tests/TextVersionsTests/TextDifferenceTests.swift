import Foundation
import Growth
import SeededRandom
import Testing

@testable import TextVersions

struct TextDifferenceTests {
  /// What changed, as `kind old → new`, with the words that differ in brackets.
  private static func said(_ old: String, _ new: String) -> [String] {
    let (a, b) = (Array(old.utf8), Array(new.utf8))
    func text(_ bytes: [UInt8], _ range: Range<Int>) -> String {
      String(decoding: bytes[range], as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    return TextDifference(from: old, to: new).passages.filter { $0.kind != .same }.map { passage in
      switch passage.kind {
      case .same, .changed: "changed " + passage.words.map { "[\(text(a, $0.old))→\(text(b, $0.new))]" }.joined()
      case .removed: "removed \(text(a, passage.old))"
      case .added: "added \(text(b, passage.new))"
      case .moved: "moved \(text(b, passage.new))"
      }
    }
  }

  @Test func changedFigureIsMarkedAsOne() {
    #expect(
      Self.said("公司公告。净利润3.6亿元，同比增长12%。订单充足。", "公司公告。净利润3.4亿元，同比增长12%。订单充足。") == ["changed [3.6→3.4]"])
    #expect(
      Self.said("Ostrey cut 1,200 jobs. Shares fell.", "Ostrey cut 2,100 jobs. Shares rose.")
        == ["changed [1,200→2,100]", "changed [fell→rose]"])
  }

  @Test func sentencesThatCameAndWentAreTold() {
    #expect(Self.said("公司公告。订单充足。", "公司公告。分红方案待定。订单充足。") == ["added 分红方案待定。"])
    #expect(Self.said("公司公告。分红方案待定。订单充足。", "公司公告。订单充足。") == ["removed 分红方案待定。"])
    #expect(Self.said("", "订单充足。") == ["added 订单充足。"])
    #expect(Self.said("订单充足。", "") == ["removed 订单充足。"])
    #expect(Self.said("订单充足。", "订单充足。") == [])
  }

  @Test func movedSentenceIsToldOnce() {
    #expect(Self.said("甲乙丙丁。戊己庚辛。子丑寅卯。", "戊己庚辛。子丑寅卯。甲乙丙丁。") == ["moved 甲乙丙丁。"])
  }

  @Test func abbreviationEndsNoSentence() {
    #expect(
      Self.said(
        "The U.S. Treasury met on Nov. 20. Mr. Weller left.", "The U.S. Treasury met on Nov. 21. Mr. Weller left.")
        == ["changed [20→21]"])
  }

  @Test func differenceMakesTheNewerText() {
    var random = SeededGenerator(seed: 11)
    for round in 0..<300 {
      let old = Self.article(sentences: round % 30, using: &random)
      let new = Self.edited(old, using: &random)
      let difference = TextDifference(from: old, to: new)
      #expect(Self.apply(difference, Array(old), Array(new)) == Array(new))
      // Every byte of the older text is told once.
      let told = difference.passages.filter { $0.kind != .added }.map(\.old).sorted { $0.lowerBound < $1.lowerBound }
      #expect(told.reduce(into: [UInt8]()) { $0 += old[$1] } == old)
      let isInOrder = difference.passages.allSatisfy { passage in
        zip(passage.words, passage.words.dropFirst()).allSatisfy {
          $0.old.upperBound <= $1.old.lowerBound && $0.new.upperBound <= $1.new.lowerBound
        }
      }
      #expect(isInOrder)
    }
  }

  @Test func bytesThatAreNoTextAreCompared() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<100 {
      let old = Data((0..<300).map { _ in UInt8.random(in: 0...255, using: &random) })
      let new = RandomEdits.edited(old, edits: 5, using: &random)
      let difference = TextDifference(from: [UInt8](old), to: [UInt8](new))
      #expect(Self.apply(difference, [UInt8](old), [UInt8](new)) == [UInt8](new))
    }
  }

  @Test(arguments: ["a", "甲", "甲。", "a b ", "。", "\n", "1,", "甲乙。丙丁。"])
  func hostileTextsTakeTimeInStepWithTheirLength(_ piece: String) {
    #expect(
      growsLinearly(from: 6_000) { size in
        let whole = [UInt8](String(repeating: piece, count: size / piece.utf8.count).utf8)
        return (Array("x".utf8) + whole + Array("y".utf8), Array("z".utf8) + whole + Array("甲".utf8) + whole)
      } _: { (texts: (old: [UInt8], new: [UInt8])) in
        _ = TextDifference(from: texts.old, to: texts.new)
      })
  }

  @Test func everySentenceChangedTakesTimeInStepWithTheLength() {
    #expect(
      growsLinearly(from: 60) { size in
        let sentences = (0..<size).map { "第\($0)家公司三季度净利润\($0 * 7)万元，同比增长\($0 % 50)%。" }
        return (Array(sentences.joined().utf8), Array(sentences.joined().replacing("净", with: "纯").utf8))
      } _: { (texts: (old: [UInt8], new: [UInt8])) in
        _ = TextDifference(from: texts.old, to: texts.new)
      })
  }

  private static func apply(_ difference: TextDifference, _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    difference.passages.reduce(into: []) { text, passage in
      switch passage.kind {
      case .removed: return
      case .added: text += new[passage.new]
      case .same, .changed, .moved:
        var place = passage.old.lowerBound
        for words in passage.words {
          text += old[place..<words.old.lowerBound] + new[words.new]
          place = words.old.upperBound
        }
        text += old[place..<passage.old.upperBound]
      }
    }
  }

  private static let pieces = [
    "霁川股份", "公告称", "，", "净利润", "3.6亿元", "增长", "12%", "。", "Ostrey shares ", "rose 4%", ". ", "\n", "订单充足。", "！”",
    "Mr. ",
  ]

  private static func article(sentences: Int, using random: inout SeededGenerator) -> [UInt8] {
    (0..<sentences * 6).reduce(into: []) { text, _ in text += (pieces.randomElement(using: &random) ?? "").utf8 }
  }

  private static func edited(_ old: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
    [UInt8](RandomEdits.edited(Data(old), edits: Int.random(in: 0...6, using: &random), using: &random))
  }
}
