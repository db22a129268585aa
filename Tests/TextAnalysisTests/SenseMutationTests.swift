import Foundation
import NewsModel
import Testing
import TextVersions

@testable import TextAnalysis

/// Edits that code makes of the labelled ones: a fact is changed in a text that was put in other words, which is a change of sense, or a text is
/// written in another form, which is none. No hand has chosen them, so they find exemptions that are too broad, and facts that are read unlike
/// in two forms.
struct SenseMutationTests {
  private typealias Mutant = (row: LabelledEdit, before: String, after: String)

  /// Every sixth edit will do.
  private static let rows = ["edits", "edits-blind", "edits-more", "edits-unseen"].flatMap(LabelledEdit.all)
    .enumerated().filter { $0.offset.isMultiple(of: 6) }.map(\.element)

  private static func isOfSense(_ mutant: Mutant) -> Bool {
    let (old, new) = (mutant.row.version(mutant.before), mutant.row.version(mutant.after))
    return TextAnalyser.builtIn.senseChange(from: old, to: new).isOfSense
  }

  /// How many edits are judged as they should be, of those that a change makes.
  private static func expect(
    _ edits: [Mutant], sense: Bool, atLeast share: Double, fewest: Int
  ) {
    let mistakes = edits.filter { isOfSense($0) != sense }
    #expect(edits.count >= fewest)
    #expect(
      Double(edits.count - mistakes.count) >= share * Double(edits.count),
      "\(mistakes.count) of \(edits.count): \(mistakes.map { "\($0.before) → \($0.after)" }.joined(separator: "\n"))")
  }

  // MARK: Facts that change

  /// The other word for each, where it stands.
  private static let facts = [
    ("上涨", "下跌"), ("下跌", "上涨"), ("增长", "下降"), ("下降", "增长"), ("上调", "下调"), ("收窄", "扩大"), ("同比", "环比"), ("环比", "同比"),
    ("净利润", "营业收入"), ("出口", "进口"), ("周一", "周四"), ("周三", "周五"), ("第三季度", "第一季度"), ("前三季度", "上半年"), ("亿元", "亿美元"),
    ("不低于", "不超过"), ("逾", "近"), ("已完成", "拟启动"), ("批准", "否决"), ("终止", "推进"), ("rose", "fell"), ("fell", "rose"),
    ("higher", "lower"), ("billion", "million"), ("Monday", "Thursday"), ("Friday", "Tuesday"),
    ("more than", "less than"),
    ("year-on-year", "month-on-month"), ("revenue", "net profit"), ("approved", "rejected"), ("completed", "postponed"),
    ("will ", "may "),
  ]

  private static func withOtherFact(_ text: String) -> [String] {
    facts.compactMap { fact, other in
      guard let range = text.range(of: fact), text.ranges(of: fact).count == 1 else { return nil }
      return text.replacingCharacters(in: range, with: other)
    }
  }

  /// The first digit of each figure that is no day or code.
  private static func withOtherDigit(_ text: String) -> [String] {
    text.matches(
      of:
        /(?<head>[^0-9.,:：\/\-年月(（A-Za-z]|^)(?<digit>[2-8])(?<rest>[0-9.,]*)(?<unit>%|亿|万|个百分点| million| billion| percent)/
    )
    .prefix(3).map { match in
      let digit = match.output.digit == "8" ? "7" : String((Int(match.output.digit) ?? 0) + 1)
      return text.replacingCharacters(in: match.output.digit.startIndex..<match.output.digit.endIndex, with: digit)
    }
  }

  @Test func factThatChangesAloneIsAChangeOfSense() {
    let edits = Self.rows.flatMap { row in
      (Self.withOtherDigit(row.before) + Self.withOtherFact(row.before)).map { (row, row.before, $0) }
    }
    Self.expect(edits, sense: true, atLeast: 0.98, fewest: 200)
  }

  @Test func factThatChangesBesideOtherWordsIsAChangeOfSense() {
    let edits = Self.rows.filter { !$0.isOfSense && $0.after.count < 2 * $0.before.count }.flatMap { row in
      (Self.withOtherDigit(row.after) + Self.withOtherFact(row.after)).map { (row, row.before, $0) }
    }
    Self.expect(edits, sense: true, atLeast: 0.90, fewest: 80)
  }

  @Test func denialThatIsAddedIsAChangeOfSense() {
    let texts = Self.rows.filter { !$0.isOfSense && $0.part == "text" }
    let edits = texts.compactMap { row -> Mutant? in
      if row.after.hasSuffix("。") { return (row, row.before, row.after + "公司随后回应称，上述报道不属实。") }
      return row.after.hasSuffix(".")
        ? (row, row.before, row.after + " The company later said the report was wrong.") : nil
    }
    Self.expect(edits, sense: true, atLeast: 0.97, fewest: 40)
  }

  // MARK: Forms that change

  private static let forms: [@Sendable (String) -> String] = [
    { $0.replacing("，", with: ",").replacing("：", with: ":") },
    {
      String(
        String.UnicodeScalarView(
          $0.unicodeScalars.map { "0"..."9" ~= $0 ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    },
    { $0.replacing(/([0-9.]+)%/) { "百分之" + $0.output.1 } }, { $0.replacing("个百分点", with: "个 百分点") },
    { $0.replacing(/([一-龥])([0-9][0-9.]*)([一-龥])/) { "\($0.output.1) \($0.output.2) \($0.output.3)" } },
    { $0.replacing("周", with: "星期").replacing("上星期", with: "上周").replacing("本星期", with: "本周") },
    { $0.replacing("已经", with: "以经") }, { $0.replacing("流入", with: "流人").replacing("买入", with: "买人") },
    { $0.replacing(/([0-9])%/) { "\($0.output.1) percent" } }, { $0.replacing(" not ", with: "n't ") },
    { $0.replacing(/\$([0-9.]+) billion/) { "$\($0.output.1)bn" } },
    { text in
      // Two letters of the first long word change places.
      guard let match = text.firstMatch(of: /\b([a-z]{3})([a-z])([a-z])([a-z]{2,})\b/), match.output.2 != match.output.3
      else { return text }
      let word = match.output
      return text.replacingCharacters(in: match.range, with: "\(word.1)\(word.3)\(word.2)\(word.4)")
    },
  ]

  @Test func textInAnotherFormSaysTheSame() {
    let edits = Self.rows.flatMap { row in
      let isChinese = row.before.unicodeScalars.contains { $0.value > 0x3000 }
      return Self.forms.enumerated().compactMap { number, form -> Mutant? in
        let after = (number < 8) == isChinese ? form(row.before) : row.before
        return after == row.before ? nil : (row, row.before, after)
      }
    }
    Self.expect(edits, sense: false, atLeast: 0.98, fewest: 200)
  }

  @Test func editThatIsNoneIsNoneTheOtherWayRound() {
    let edits = Self.rows.filter { !$0.isOfSense && $0.after.count < $0.before.count * 5 / 4 }.map {
      ($0, $0.after, $0.before)
    }
    Self.expect(edits, sense: false, atLeast: 0.96, fewest: 60)
  }
}
