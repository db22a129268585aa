import Foundation
import Testing

/// An input that somebody made to do harm, and what must come of it.
struct HostileCase: Sendable, CustomTestStringConvertible {
  /// What `newstape import` must make of it. That it ends in time, within its memory, and prints nothing that steers a terminal, is
  /// asked of every case.
  enum Outcome: Sendable {
    /// So many articles.
    case articles(Int)
    case subscriptions(Int)
    /// Nothing but refusals.
    case refused
    /// Whatever; only the general demands count.
    case anything
  }

  var name: String
  /// By whose end the program may tell the format.
  var fileName: String
  var outcome: Outcome
  /// Texts that no output may hold.
  var absent: [String]
  /// Texts that the exported articles must hold.
  var present: [String]
  private let make: @Sendable () throws -> [UInt8]

  init(
    _ name: String, _ fileName: String, _ outcome: Outcome = .anything, absent: [String] = [], present: [String] = [],
    make: @escaping @Sendable () throws -> [UInt8]
  ) {
    self.name = name
    self.fileName = fileName
    self.outcome = outcome
    self.absent = absent
    self.present = present
    self.make = make
  }

  init(
    _ name: String, _ fileName: String, _ outcome: Outcome = .anything, absent: [String] = [], present: [String] = [],
    text: @escaping @Sendable @autoclosure () -> String
  ) {
    self.init(name, fileName, outcome, absent: absent, present: present) { Array(text().utf8) }
  }

  /// A file of `Tests/Fixtures/Hostile`.
  init(
    fixture: String, as fileName: String? = nil, _ outcome: Outcome = .anything, absent: [String] = [],
    present: [String] = [], repeated count: Int = 1
  ) {
    self.init(fixture, fileName ?? fixture, outcome, absent: absent, present: present) {
      let path = "\(CommandLineRun.checkout)/Tests/Fixtures/Hostile/\(fixture)"
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      return (0..<count).flatMap { _ in bytes }
    }
  }

  func bytes() throws -> [UInt8] { try make() }

  var testDescription: String { name }
}
