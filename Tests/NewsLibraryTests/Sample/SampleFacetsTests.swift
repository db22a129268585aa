import Foundation
import NewsModel
import Testing
import TextAnalysis

@testable import NewsLibrary

/// What the sample shows of companies, events and tone: each large kind of event with its figure, of companies that nobody has.
@Suite struct SampleFacetsTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../data/sample").standardized.path
  private static let tables = OwnTables(
    FileManager.default.contents(atPath: folder + "/tables.tsv").map { String(decoding: $0, as: UTF8.self) } ?? "")
  private static let analyser = TextAnalyser(own: tables)

  private struct Read: Sendable {
    var title: String
    var facets: Facets
  }

  private static let read: [Read] = SampleFile.read(in: folder)
    .flatMap { $0.items(now: Timestamp(1_800_000_000), zone: TestNews.shanghai) }
    .map { Read(title: $0.title, facets: analyser.facets(title: $0.title, text: $0.blocks.plainText)) }

  private static let companies: [(name: String, code: String)] = tables.rows.compactMap { row in
    if case .company(let name, let code, _) = row { (name, code) } else { nil }
  }

  @Test func noExchangeHasIssuedItsCodes() {
    #expect(Self.companies.count { !$0.code.isEmpty } > 15)
    #expect(Self.tables.mistakes.isEmpty && Self.analyser.mistakes.isEmpty)
    let known = TextAnalyser.builtIn.companies
    for (name, code) in Self.companies {
      #expect(code.isEmpty || known.entry(code: code) == nil, "\(code)")
      #expect(known.entries(name: name).isEmpty, "\(name)")
    }
  }

  @Test func onlyItsOwnCompaniesAreNamed() {
    let own = Set(Self.companies.map(\.name))
    for read in Self.read {
      for company in read.facets.companies {
        #expect(own.contains(company.name), "\(company.name) \(company.evidence.quote) in \(read.title)")
      }
    }
    let named = Set(Self.read.flatMap { $0.facets.companies.map(\.name) })
    #expect(named.count >= 20, "\(own.subtracting(named))")
  }

  private enum Figure: Sendable { case amount, percentage, none }

  private static let kinds: [(EventKind, String?, Tone?, Figure)] = [
    (.increase, nil, .positive, .amount), (.reduction, nil, .negative, .percentage),
    (.buyback, nil, .positive, .amount), (.control, "质押", .negative, .amount), (.issuance, "定增", nil, .amount),
    (.control, "解禁", .negative, .amount), (.results, "预增", .positive, .percentage),
    (.results, "预减", .negative, .percentage), (.dividend, nil, .positive, .amount),
    (.contract, "中标", .positive, .amount), (.inquiry, nil, .negative, .amount),
    (.investigation, "立案", .negative, .none), (.investigation, "处罚", .negative, .amount),
    (.suspension, "停牌", nil, .none), (.suspension, "复牌", nil, .percentage), (.management, nil, .negative, .none),
    (.rating, "评级上调", .positive, .amount), (.rating, "评级下调", .negative, .amount), (.rating, "目标价", nil, .amount),
  ]

  @Test(arguments: kinds.indices) func eachLargeKindOfEventIsThereWithItsFigure(index: Int) {
    let (kind, detail, direction, figure) = Self.kinds[index]
    let found = Self.read.filter { read in
      !read.facets.companies.isEmpty
        && read.facets.events.contains { event in
          guard event.kind == kind, detail == nil || event.detail == detail, event.direction == direction else {
            return false
          }
          return switch figure {
          case .amount: event.amount != nil
          case .percentage: event.percentage != nil
          case .none: true
          }
        }
    }
    #expect(!found.isEmpty, "\(kind.rawValue) \(detail ?? "")")
  }

  @Test(arguments: [
    ("否认减持", Tone.positive), ("终止收购", .negative), ("亏损收窄", .positive), ("被立案调查", .negative), ("控股股东拟增持", .positive),
  ])
  func toneFollowsWhatIsDeniedAndEnded(words: String, tone: Tone) throws {
    let read = try #require(Self.read.first { $0.title.contains(words) })
    #expect(read.facets.tone?.tone == tone, "\(read.title)")
  }

  @Test func theNoteBelowEveryArticleIsNoEvent() {
    for read in Self.read where !read.title.contains("虚构") {
      #expect(!read.facets.events.contains { $0.kind == .crime && $0.evidence.quote.contains("虚构") }, "\(read.title)")
      #expect(!read.facets.keywords.contains { $0.contains("虚构") || $0.contains("示例") }, "\(read.title)")
    }
  }

  @Test func filingsAndResearchNotesAreThere() {
    let filings = Self.read.filter { $0.title.contains("：关于") && $0.title.hasSuffix("公告") }
    #expect(filings.count >= 5)
    let notes = Self.read.filter { $0.title.contains("证券：") && $0.title.contains("目标价") }
    #expect(notes.count >= 5)
    #expect(notes.allSatisfy { $0.facets.events.first?.kind == .rating })
  }
}
