import Foundation
import Testing

@testable import Dashboard

@Suite struct CommandTests {
  @Test func everyRecordStandsInTheListOfItsGroup() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appending(path: "Sources/Dashboard/Commands")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    let records = try files.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).matches(of: /static let \w+ = Command\(\s*"([^"]+)"/).map {
        String($0.1)
      }
    }
    #expect(!records.isEmpty)
    #expect(records.sorted() == Command.all.map(\.name).sorted())
  }

  @Test func noTwoCommandsHaveOneName() {
    let names = Command.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
  }

  @Test func hintsOfAContextHavePlacesOfTheirOwn() {
    for context in CommandContext.allCases {
      let places = Command.hinted(in: context).map(\.hint.place)
      #expect(Set(places).count == places.count, "\(context)")
    }
  }
}
