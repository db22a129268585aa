import Corpus
import Measuring

/// Commands from the shell: each a process of its own.
struct ShellScene: Scene {
  static let name = "shell"
  let stage: Stage

  func play(_ size: Int, _ report: inout Report) throws {
    let store = stage.stores.path(size)
    let sampler = QuerySampler(stage.stores.generator(size), sampleSize: 400, seed: 4)
    let queries = QueryClass.allCases.flatMap { sampler.queries($0, count: 1 + stage.effort.commands / 7) }
    _ = try stage.program.run(["list", "--store", store, "--limit", "1"])
    for query in queries.prefix(stage.effort.commands) {
      let arguments = ["search", "--store", store, "--limit", "50", query.text]
      report.add(.shellSearch, size, try stage.program.run(arguments).usage.wall.milliseconds)
    }
    for _ in 0..<stage.effort.commands / 2 {
      let arguments = ["list", "--store", store, "--limit", "50"]
      report.add(.shellList, size, try stage.program.run(arguments).usage.wall.milliseconds)
    }
  }
}
