import NewsModel
import Testing
import TextBasics

@testable import Dashboard

@Suite struct HighlightsTests {
  private func marked(_ query: Query, _ text: SafeText, _ place: Highlights.Places = .title) -> [String] {
    Highlights(query).ranges(in: text, of: place).map { String(text.string[$0]) }
  }

  @Test func wordsAreMarkedHoweverTheyAreWritten() {
    #expect(marked(.text("马上消费"), "馬上消費与马上消费") == ["馬上消費", "马上消费"])
    #expect(marked(.text("a股"), "Ａ股与A股") == ["Ａ股", "A股"])
  }

  @Test func eachFieldIsMarkedWhereItStands() {
    #expect(marked(.title("央行"), "央行", .body).isEmpty)
    #expect(marked(.author("林"), "林望舒", .meta) == ["林"])
    #expect(marked(.author("林"), "林望舒").isEmpty)
    #expect(marked(.text("林"), "林望舒", .meta).isEmpty, "the store looks for words in title and text only")
    #expect(marked(.tag("央行"), "央行").isEmpty)
  }

  @Test func alternativesAreMarkedAndExclusionsAreNot() {
    let query = Query.and([.or([.text("降息"), .text("降准")]), .not(.text("预期")), .unread])
    #expect(marked(query, "降准早于降息，出乎预期") == ["降准", "降息"])
  }

  @Test func overlappingTermsAreOneMark() {
    #expect(marked(.and([.text("中国人民"), .text("人民银行")]), "中国人民银行") == ["中国人民银行"])
    #expect(marked(.and([.text("中国"), .text("人民")]), "中国人民银行") == ["中国", "人民"])
  }

  @Test func expressionsAreMarkedWhereTheyMatch() {
    #expect(marked(.regex("[0-9]+亿"), "增资２０亿元，另有3亿") == ["２０亿", "3亿"])
    #expect(marked(.regex("("), "(").isEmpty)
  }

  @Test func aTextByItselfIsFoundEverywhere() {
    for place in [Highlights.Places.title, .meta, .body, .beside] {
      #expect(Highlights(text: "林").ranges(in: "林望舒", of: place).count == 1)
    }
    #expect(Highlights(text: "").isEmpty)
  }
}
