import MeasuredStore
import Measuring

/// Filtering by a tag, from Enter in its picker.
struct FilterScene: Scene {
  static let name = "filter"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let terminal = try stage.program.open(["--store", stage.stores.path(size)])
    _ = terminal.readStart(quiet: 400)
    _ = terminal.press("gg", quiet: 300)
    for tag in try tags(size) {
      _ = terminal.press("t", quiet: 150)
      _ = terminal.press(tag, quiet: 150)
      let filtered = terminal.press("\r", quiet: 120)
      // Where the list was the same before, there was nothing to wait for.
      if let list = filtered.time(ofLastChangeIn: Screen.listColumns, rows: Screen.listRows) {
        report.add(.tagList, size, Samples([list]), bytes: Samples([Double(filtered.byteCount)]))
      }
      if let count = filtered.time(ofLastChangeIn: Screen.countColumns, rows: Screen.countRows) {
        report.add(.tagCount, size, count)
      }
      _ = terminal.press("c", quiet: 300)
    }
    terminal.close()
  }

  /// Frequent tags and rarer ones.
  private func tags(_ size: Int) throws -> [String] {
    let store = try MeasuredStore(at: stage.stores.path(size))
    defer { try? store.close() }
    let all = try store.tags(limit: 400)
    let wanted = stage.effort.slowKeys / 2
    return (0..<wanted).map { all[$0 * all.count / wanted] }
  }
}
