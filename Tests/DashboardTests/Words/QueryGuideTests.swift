import Configuration
import Foundation
import NewsModel
import RegularExpressions
import Testing
import TextAnalysis
import Wording

@testable import Dashboard

@Suite struct QueryGuideTests {
  private let parser = QueryParser(
    now: Timestamp(1_773_792_000), zone: TimeZone(secondsFromGMT: 28_800) ?? .gmt, names: TextAnalyser.names,
    checkPattern: RegularExpression.mistake)

  @Test func everyExampleIsRead() throws {
    for entry in QueryGuide.sections.flatMap(\.entries) {
      for example in entry.examples {
        let query = try parser.parse(example)
        #expect(query != .all, "\(example)")
        #expect(try parser.parse(query.description(in: parser.zone)) == query, "\(example)")
      }
    }
  }

  @Test func bothNamesOfFieldsAndStatusesMeanTheSame() throws {
    for section in QueryGuide.sections.dropFirst().prefix(2) {
      for entry in section.entries {
        #expect(try Set(entry.examples.map { try parser.parse($0) }).count == 1, "\(entry.examples)")
      }
    }
  }

  @Test func everyMistakeHasWordsInBothLanguages() {
    let kinds: [QueryError.Kind] =
      [
        .unknownField("colour"), .missingValue(.tag), .unknownStatus("new"), .badDate("soon"), .unclosedQuote,
        .unknownChoice(.language, "xx"),
        .unknownSession("night"), .noSession(.lunch, .nyse), .noSession(.lunch, .hkex), .beyondCalendar(.sse),
        .beyondCalendar(.szse), .unclosedPattern, .emptyPattern, .unclosedParenthesis, .unopenedParenthesis,
        .missingTerm, .misplacedAsOf, .asOfArriving, .tooComplex,
      ] + PatternMistake.Reason.allCases.map { .badPattern($0) }
    for language in [Language.zhHans, .en] {
      #expect(Set(kinds.map { Words(language: language).mistake($0) }).count == kinds.count)
    }
    #expect(
      Words(language: .en).mistake(.unknownStatus("new"))
        == "no status “new”; there are unread read starred stub flash muted changed withdrawn")
    #expect(
      Words(language: .en).mistake(.unknownChoice(.has, "video")) == "no has:video; there are link table figure history"
    )
  }
}
