import Foundation
import MeasuredStore
import Measuring

/// Lists, counts and statistics by what is read from articles' words, inside one process.
struct FacetScene: Scene {
  static let name = "facets"
  let stage: Stage

  private static let limit = 50

  func play(_ size: Int, _ report: inout Report) throws {
    let store = try MeasuredStore(at: stage.stores.path(size))
    defer { try? store.close() }
    for facet in MeasuredStore.Facet.allCases {
      let values = try values(of: facet, store)
      if values.isEmpty { Note.write("no article has a \(facet)") }
      for value in values {
        report.add(.facetList, size, try timed { try store.list(facet, value, limit: Self.limit) }.milliseconds)
        report.add(.facetCount, size, try timed { try store.count(facet, value) }.milliseconds)
      }
      try countStatistics(facet, store, size, &report)
    }
  }

  /// Frequent values and rarer ones.
  private func values(of facet: MeasuredStore.Facet, _ store: MeasuredStore) throws -> [String] {
    let all = try store.values(of: facet, limit: 400)
    let wanted = min(all.count, stage.effort.slowKeys / 2)
    return (0..<wanted).map { all[$0 * all.count / wanted] }
  }

  private func countStatistics(
    _ facet: MeasuredStore.Facet, _ store: MeasuredStore, _ size: Int, _ report: inout Report
  ) throws {
    let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    func measure(_ span: MeasuredStore.Span) throws -> Double {
      try timed { try store.countStatistics(by: facet, over: span, in: zone) }.milliseconds
    }
    _ = try measure(.month)
    for _ in 0..<stage.effort.commands / 4 {
      report.add(.facetStatisticsOfMonth, size, try measure(.month))
      report.add(.facetStatisticsOfAll, size, try measure(.everything))
    }
  }
}
