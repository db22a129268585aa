import Foundation
import Testing

@testable import TextBasics

/// The rules against the cases of the Unicode Character Database, all of which they pass as Unicode has them; and what Chinese text
/// adds, which the cases know nothing of.
@Suite struct LineBreakRulesTests {
  /// A case: scalars, and whether a line may begin with each.
  private struct Case {
    var scalars: [UInt32] = []
    var breaks: [Bool] = []

    mutating func add(_ scalar: UInt32, isBreak: Bool) {
      scalars.append(scalar)
      breaks.append(isBreak)
    }
  }

  private static func cases() throws -> [Case] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Fixtures/line-breaks.txt")
    var cases: [Case] = []
    var start = Case()
    var isBreakNext = false
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
      var ends = line[...]
      if let colon = line.firstIndex(of: ":") {
        (start, isBreakNext) = (Case(), false)
        for word in line[..<colon].split(separator: " ") {
          if word == "|" {
            isBreakNext = true
          } else {
            start.add(try #require(UInt32(word, radix: 16)), isBreak: isBreakNext)
            isBreakNext = false
          }
        }
        ends = line[line.index(after: colon)...]
      }
      for word in ends.split(separator: " ") {
        cases.append(start)
        cases[cases.count - 1].add(try #require(UInt32(word, radix: 16)), isBreak: isBreakNext)
      }
    }
    return cases
  }

  private func breaks(in classes: [LineBreakClass], _ rules: LineBreakRules) -> [Bool] {
    var rules = rules
    return classes.indices.map { index in
      rules.opportunity(before: classes[index]) { index + 1 < classes.count ? classes[index + 1] : nil } == .allowed
    }
  }

  @Test func theRulesOfUnicodePassAllCases() throws {
    let cases = try Self.cases()
    #expect(cases.count == 7_654)
    let (table, rules) = (LineBreakTable.plain(), LineBreakRules.plain)
    let failed = cases.filter { breaks(in: $0.scalars.map(table.lineBreakClass), rules) != $0.breaks }
    #expect(failed.map { $0.scalars.map { String($0, radix: 16) } } == [])
  }

  /// Chinese text forbids more; it allows more only beside quotation marks whose direction is known.
  @Test func chineseAllowsNoBreakThatUnicodeForbids() throws {
    let table = LineBreakTable.chinese
    let allowed = try Self.cases().filter { one in
      let found = breaks(in: one.scalars.map(table.lineBreakClass), .chinese)
      return zip(found, one.breaks).contains { $0 && !$1 }
    }
    let quotes: Set<UInt32> = [0xAB, 0xBB, 0x2018, 0x2019, 0x201C, 0x201D]
    #expect(allowed.count == 4)
    #expect(allowed.allSatisfy { !quotes.isDisjoint(with: $0.scalars) })
  }

  @Test func theTableKnowsPlanesWithoutOne() {
    let table = LineBreakTable.plain()
    #expect(table.lineBreakClass(0x20BB7) == .ideographic)
    #expect(table.lineBreakClass(0xE0100) == .combiningMark)
    #expect(table.lineBreakClass(0xF0000) == .alphabetic)
  }
}
