import Testing
import Wording

@testable import Configuration

/// Programs that articles are handed to, as the user's file names them.
@Suite struct ArticleProgramTests {
  private func load(_ text: String) -> (settings: Settings, problems: [String]) {
    let paths = Paths(environment: ["HOME": "/home/li"])
    let files = memoryFiles([paths.configuration: text])
    let (settings, problems) = Settings.load(environment: [:], paths: paths, files: files)
    return (settings, problems.map { $0.message(in: .en) })
  }

  @Test func aProgramIsATableOrItsCommandAlone() throws {
    let (settings, problems) = load(
      """
      [pipe]
      count = ["wc", "-m"]
      [pipe."三句话"]
      command = ["llm", "-s", "{title}"]
      form = "json"
      output = "terminal"
      time_limit = 120
      [share.phone]
      command = ["curl", "{url}"]
      """)
    #expect(problems == [])
    #expect(settings.programs.map(\.name) == ["count", "三句话", "phone"])
    let count = try #require(settings.programs.first)
    #expect(count.use == .pipe && count.command == ["wc", "-m"])
    #expect(count.form == .text && count.output == .popup && count.timeLimit == 30)
    let summary = settings.programs[1]
    #expect(summary.form == .json && summary.output == .terminal && summary.timeLimit == 120)
    let phone = settings.programs[2]
    #expect(phone.use == .share && phone.form == .markdown && phone.output == .none)
    #expect(settings.entries.map(\.key).contains(#"pipe."三句话""#))
  }

  @Test func whatIsWrongWithOneIsNamedAndTheOthersHold() {
    let (settings, problems) = load(
      """
      [pipe]
      empty = []
      number = 7
      [pipe.silent]
      output = "popup"
      [pipe.good]
      command = ["wc"]
      form = "pdf"
      time_limit = 0
      outputs = "popup"
      """)
    #expect(settings.programs.map(\.name) == ["good"])
    #expect(settings.programs.first?.form == .text && settings.programs.first?.timeLimit == 30)
    let expected = [
      ("pipe.empty", "a list of a program"), ("pipe.number", "a list of a program"),
      ("pipe.silent", "command is missing"),
      ("pipe.good.form", "text, markdown, json"), ("pipe.good.time_limit", "1 to 3600"),
      ("pipe.good.outputs", "output"),
    ]
    #expect(problems.count == expected.count)
    for (problem, (key, reason)) in zip(problems, expected) {
      #expect(problem.contains(key) && problem.contains(reason), "\(problem)")
    }
  }
}
