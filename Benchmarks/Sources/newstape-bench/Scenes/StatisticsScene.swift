import Foundation
import MeasuredStore
import Measuring

/// What fills the statistics pane, inside one process.
struct StatisticsScene: Scene {
  static let name = "statistics"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let store = try MeasuredStore(at: stage.stores.path(size))
    defer { try? store.close() }
    let zone = TimeZone(identifier: "Asia/Shanghai") ?? .gmt
    let tags = try store.tags(limit: 100)
    func measure(_ tag: String?, _ span: MeasuredStore.Span) throws -> Double {
      try timed { try store.countStatistics(ofTag: tag, over: span, in: zone) }.milliseconds
    }
    _ = try measure(nil, .everything)
    for round in 0..<stage.effort.commands {
      let tag = tags[round % tags.count]
      report.add(.statisticsOfDay, size, try measure(nil, .day))
      report.add(.statisticsOfAll, size, try measure(nil, .everything))
      report.add(.statisticsOfTagDay, size, try measure(tag, .day))
      report.add(.statisticsOfTag, size, try measure(tag, .everything))
    }
  }
}
