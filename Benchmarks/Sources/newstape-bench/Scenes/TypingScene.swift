import Corpus
import Measuring

/// Search as you type: each character of a query as a key of its own.
struct TypingScene: Scene {
  static let name = "typing"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let sampler = QuerySampler(stage.stores.generator(size), sampleSize: 400, seed: 3)
    let terminal = try stage.program.open(["--store", stage.stores.path(size)])
    _ = terminal.readStart(quiet: 400)
    _ = terminal.press("gg", quiet: 300)
    let kinds: [QueryClass] = [.twoCharacters, .threeToFour, .englishWord, .companyName]
    for kind in kinds {
      for query in sampler.queries(kind, count: stage.effort.typedQueries / 2) {
        type(query.text, terminal) { frame, _ in
          report.add(.typing, size, Samples([frame.firstFrameEnd]), bytes: Samples([Double(frame.byteCount)]))
          if let list = frame.time(ofLastChangeIn: Screen.listColumns, rows: Screen.listRows) {
            report.add(.typingResults, size, list)
          }
        }
      }
    }
    for query in sampler.queriesWithoutHits(count: stage.effort.typedQueries) {
      type(query.text, terminal) { frame, isLast in
        if isLast { report.add(.typingWithoutHits, size, frame.firstFrameEnd) }
      }
    }
    terminal.close()
  }

  /// Types a query into the prompt and leaves it.
  private func type(_ text: String, _ terminal: TimedTerminal, _ body: (Recording, Bool) -> Void) {
    _ = terminal.press("/", quiet: 100)
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let frame = terminal.press(String(character), quiet: 100)
      if !frame.isEmpty { body(frame, index == characters.count - 1) }
    }
    _ = terminal.press("\u{1B}", quiet: 250)
  }
}
