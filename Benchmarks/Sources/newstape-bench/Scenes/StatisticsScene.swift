import Foundation
import Measuring
import NewsModel
import NewsStore

/// What fills the statistics pane, inside one process.
struct StatisticsScene: Scene {
  static let name = "statistics"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let store = try NewsStore.open(at: stage.shelf.path(size), .existing)
    defer { try? store.close() }
    let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    let tags = try store.terms(.tag, matching: .all, limit: 100).map(\.name)
    func measure(_ query: Query, _ span: StatisticsSpan) throws -> Double {
      try timed { _ = try store.statistics(query, over: span, in: zone) }.milliseconds
    }
    _ = try measure(.all, .everything)
    for round in 0..<stage.effort.commands {
      let tag = Query.tag(tags[round % tags.count])
      report.add(.statisticsOfDay, size, try measure(.all, .day))
      report.add(.statisticsOfAll, size, try measure(.all, .everything))
      report.add(.statisticsOfTagDay, size, try measure(tag, .day))
      report.add(.statisticsOfTag, size, try measure(tag, .everything))
    }
  }
}
