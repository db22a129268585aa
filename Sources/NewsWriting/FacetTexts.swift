import Foundation
package import NewsModel
import TextAnalysis
import Wording

// What was read from an article's words, as documents for people and for programs have it. It is never part of what was published: each
// place of it says that it was made automatically, and import takes none of it for a tag.

extension Headline {
  /// `自动 auto：贵州茅台 600519.SH · 回购 15–30亿元 · 正面 · 渠道、库存`; nil where nothing was read.
  var facetLine: String? {
    let words = Words(language: title.hasChinese ? .zhHans : .en)
    let comma = title.hasChinese ? "、" : ", "
    let parts = [
      facets.companies.map(TextAnalyser.companyTitle), facets.events.map { words.described($0) },
      facets.tone.map { [words.name($0.rawValue, of: .tone)] } ?? [], facets.keywords,
    ]
    let text = parts.filter { !$0.isEmpty }.map { $0.joined(separator: comma) }.joined(separator: " · ")
    return text.isEmpty ? nil : (title.hasChinese ? "自动 auto：" : "自动 auto: ") + text
  }
}

extension Headline {
  /// `收到：2026-11-20 10:00 · 有改动 · 原文已删 2026-11-22 08:00`; nil where nothing is known of it.
  func fateLine(in zone: TimeZone) -> String? {
    let words = Words(language: title.hasChinese ? .zhHans : .en)
    func time(_ moment: Timestamp) -> String {
      let time = CivilTime(moment, in: zone)
      return time.isoDate + " " + time.clock
    }
    let parts = [
      arrived.map { words.arrived(time($0)) }, change == .none ? nil : words.changedBriefly,
      withdrawn.map { words.withdrawn(at: time($0)) },
    ]
    .compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

extension Words {
  /// An event with its figures: `回购 15–30亿元`, `预减 -45%~-35%`.
  fileprivate func described(_ event: EventValue) -> String {
    [name(of: event), figures(of: event)].filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension FacetValues {
  /// The columns of a table of articles, behind those that were published.
  static let columns = ["auto_companies", "auto_events", "auto_topics", "auto_tone", "auto_keywords"]

  var cells: [String] {
    [
      companies.joined(separator: ", "), events.map { $0.detail ?? $0.kind.rawValue }.joined(separator: ", "),
      topics.map(\.rawValue).joined(separator: ", "), tone?.rawValue ?? "", keywords.joined(separator: ", "),
    ]
  }
}

/// An event as JSON, in exports and lists; an amount that is a range stands by its bounds.
package struct EventObject: Encodable {
  let kind: String
  let detail: String?
  /// `positive` or `negative` for the company that it concerns.
  let direction: String?
  let amount: Double?
  let amountUpTo: Double?
  let unit: String?
  let percent: Double?
  let percentUpTo: Double?

  package init(_ event: EventValue) {
    kind = event.kind.rawValue
    detail = event.detail
    direction = event.direction?.rawValue
    amount = event.amount?.range.lowerBound
    amountUpTo = event.amount?.range.upperBound
    unit = event.amount?.unit.name
    percent = event.percentage?.lowerBound
    percentUpTo = event.percentage?.upperBound
  }
}

/// The facets of an article as JSON.
struct FacetLine: Encodable {
  let companies: [String]
  let events: [EventObject]
  let topics: [String]
  let tone: String?
  let keywords: [String]

  /// Nil where nothing was read.
  init?(_ facets: FacetValues) {
    guard facets != FacetValues() else { return nil }
    companies = facets.companies
    events = facets.events.map(EventObject.init)
    topics = facets.topics.map(\.rawValue)
    tone = facets.tone?.rawValue
    keywords = facets.keywords
  }
}
