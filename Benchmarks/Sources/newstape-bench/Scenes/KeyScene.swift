import Measuring

/// Moving in the list, opening and closing articles.
struct KeyScene: Scene {
  static let name = "keys"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let terminal = try stage.program.open(["--store", stage.stores.path(size)])
    _ = terminal.readStart(quiet: 400)
    _ = terminal.press("gg", quiet: 300)
    let effort = stage.effort
    // To and fro on what is shown.
    let few = Screen.listRows.count * 2 / 3
    let toAndFro = Array(repeating: "j", count: few) + Array(repeating: "k", count: few)
    for _ in 0..<effort.keys / toAndFro.count { series(toAndFro, terminal, .listFrame, size, &report) }
    _ = terminal.press(String(repeating: "j", count: 60), quiet: 300)
    series(Array(repeating: "j", count: effort.keys / 2), terminal, .scrollingFrame, size, &report)
    // To and fro: at the end of a list nothing would move.
    let sixty = ["j", "k"].map { String(repeating: $0, count: 60) }
    for _ in 0..<effort.slowKeys / 4 { series(sixty, terminal, .sixtyAtOnce, size, &report) }
    rest(terminal, size, &report)
    for _ in 0..<effort.slowKeys / 10 {
      _ = terminal.press("gg", quiet: 300)
      series(Array(repeating: " ", count: 10), terminal, .pageDown, size, &report)
    }
    for _ in 0..<effort.slowKeys / 2 { series(["G", "gg"], terminal, .endAndHome, size, &report) }
    for _ in 0..<effort.slowKeys {
      _ = terminal.press("j", quiet: 250)
      series(["\r"], terminal, .open, size, &report)
      series(["q"], terminal, .close, size, &report)
    }
    for _ in 0..<effort.slowKeys / 10 {
      // The charts come one after the other.
      report.add(.statisticsPage, size, terminal.press("3", quiet: 300).end)
      _ = terminal.press("1", quiet: 300)
    }
    _ = terminal.press("gg", quiet: 300)
    report.add(.memoryInUse, size, Double(terminal.program.privateMemory) / 1_048_576)
    terminal.close()
  }

  /// Presses keys one after the other, each when the frame of the one before is drawn.
  private func series(
    _ keys: [String], _ terminal: TimedTerminal, _ subject: Subject, _ size: Int, _ report: inout Report
  ) {
    var times = Samples()
    var bytes = Samples()
    for key in keys {
      let frame = terminal.press(key)
      // A key that changes nothing, as at the end of the list, draws nothing.
      guard !frame.isEmpty else { continue }
      times.add(frame.end)
      bytes.add(Double(frame.byteCount))
    }
    report.add(subject, size, times, bytes: bytes)
  }

  private func rest(_ terminal: TimedTerminal, _ size: Int, _ report: inout Report) {
    for _ in 0..<stage.effort.slowKeys / 2 {
      let frame = terminal.press("j", quiet: 250)
      report.add(.preview, size, Samples([frame.end]), bytes: Samples([Double(frame.byteCount)]))
    }
  }
}
