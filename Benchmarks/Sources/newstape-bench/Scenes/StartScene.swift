import Measuring

/// The dashboard from the start of its process until headlines are drawn.
struct StartScene: Scene {
  static let name = "start"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    var times = Samples()
    var memory = Samples()
    for _ in 0..<stage.effort.starts {
      let terminal = try stage.program.open(["--store", stage.stores.path(size)])
      let start = terminal.readStart(quiet: 60)
      guard let shown = start.time(untilShown: Screen.selectionMark) else { throw MeasuringError.noAnswer("the start") }
      times.add(shown)
      memory.add(Double(terminal.program.privateMemory) / 1_048_576)
      terminal.close()
    }
    report.add(.start, size, times)
    report.add(.startMemory, size, memory)
  }
}

/// Where things stand on a screen of 120 columns and 40 rows.
enum Screen {
  /// Before the selected headline.
  static let selectionMark = "▶"
  /// The headlines: beside them stands the article, below them the statistics.
  static let listColumns = 0..<60
  static let listRows = 2..<22
  /// The title of the list, which says where one is, of how many.
  static let countColumns = 0..<40
  static let countRows = 1..<2
}
