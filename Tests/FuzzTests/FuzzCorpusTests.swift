import Foundation
import FuzzTargets
import SeededRandom
import Testing

/// Every input that is kept keeps every promise: the seeds of the fuzzer, and what it has found.
@Suite struct FuzzCorpusTests {
  @Test(arguments: FuzzTarget.all.map(\.name))
  func keptInputsBreakNoPromise(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let inputs = try Corpus.inputs(of: name)
    #expect(!inputs.isEmpty)
    for input in inputs {
      do throws(FuzzFinding) { try target.take(input.bytes) } catch { Issue.record("\(name)/\(input.name): \(error)") }
    }
  }

  /// The fuzzer in small: the kept inputs, changed by chance.
  @Test(arguments: FuzzTarget.all.map(\.name))
  func changedInputsBreakNoPromise(name: String) throws {
    let target = try #require(FuzzTarget.named(name))
    let inputs = try Corpus.inputs(of: name).map(\.bytes)
    var mutation = Mutation(inputs, seed: UInt64(name.utf8.count))
    for _ in 0..<100 {
      let bytes = Array(mutation.next().prefix(target.longestInput))
      do throws(FuzzFinding) { try target.take(bytes) } catch { Issue.record("\(name): \(error): \(bytes)") }
    }
  }

  @Test func everyFolderOfTheCorpusHasItsTarget() throws {
    #expect(Set(try Corpus.folders()) == Set(FuzzTarget.all.map(\.name)))
  }
}

/// The inputs in `Tests/Fuzz/corpus`.
private enum Corpus {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fuzz/corpus")

  static func folders() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root.path) }

  static func inputs(of target: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = root.appending(path: target)
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
      (name, [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
  }
}

/// Inputs made of others: bytes changed, pieces repeated, left out, and joined from two.
private struct Mutation {
  private let inputs: [[UInt8]]
  private var random: SeededGenerator

  init(_ inputs: [[UInt8]], seed: UInt64) {
    self.inputs = inputs
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var bytes = some()
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let range = range(in: bytes)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(range)
      case 1: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
      case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: range.lowerBound)
      case 3:
        let other = some()
        bytes.replaceSubrange(range, with: other[self.range(in: other)])
      default: if !range.isEmpty { bytes[range.lowerBound] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return bytes
  }

  private mutating func some() -> [UInt8] { inputs.randomElement(using: &random) ?? [] }

  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<Int.random(in: start...min(bytes.count, start + 200), using: &random)
  }
}
