import Foundation
import Measuring
import Testing

@Suite struct MeasuredProgramTests {
  private let shell = MeasuredProgram(path: "/bin/sh", home: URL(filePath: "/nowhere"), data: URL(filePath: "/data"))

  @Test func outputAndUseOfTheProcessorAreKnown() throws {
    let run = try shell.run(["-c", "i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done; echo $HOME $i"])
    #expect(run.output == "/nowhere 20000\n")
    #expect(run.usage.processor > .zero)
    #expect(run.usage.wall > .zero)
  }

  @Test func aBadEndIsAnError() {
    #expect(throws: MeasuringError.self) { try shell.run(["-c", "exit 3"]) }
    let missing = MeasuredProgram(path: "/no/such/program", home: URL(filePath: "/"), data: URL(filePath: "/"))
    #expect(throws: MeasuringError.self) { try missing.run([]) }
  }
}
