import Foundation
import NewsModel
package import TextBasics
import WebAddresses

/// The weight of a line, heaviest first.
package enum LogLevel: String, Hashable, Sendable, CaseIterable {
  case error
  case warning
  case info
  case debug

  /// 0 for the heaviest.
  var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .info: 2
    case .debug: 3
    }
  }
}

/// A line of the log, safe to be shown on a terminal and without the secrets of addresses.
package struct LogLine: Hashable, Sendable {
  /// Columns of the text at most: an error may quote what it met.
  static let longestText = 2_000

  package let level: LogLevel
  /// The module that has something to say.
  package let module: String
  package let text: SafeText
  /// Milliseconds since 1970-01-01T00:00:00Z.
  let time: Int64

  init(
    _ level: LogLevel, module: Substring, _ text: String, _ error: (any Error)? = nil,
    at time: Int64 = Int64(Date().timeIntervalSince1970 * 1_000)
  ) {
    self.level = level
    self.module = String(module)
    self.time = time
    let whole = SafeText(error.map { "\(text): \($0)" } ?? text)
    // Masked once it is safe: what is invisible in an address may not hide its secrets.
    self.text = ColumnWidths().truncate(SafeText(AddressSecrets.masked(whole.string)), to: Self.longestText)
  }

  /// The line as the file has it, without its end: time in UTC, process, level, module, text.
  func written(by process: Int32) -> String {
    let second = Timestamp(time.flooredQuotient(by: 1_000)).iso8601(in: .gmt).prefix(19)
    let fraction = String(time.flooredRemainder(by: 1_000) + 1_000).dropFirst()
    return "\(second).\(fraction)Z [\(process)] \(level.rawValue) \(module): \(text)"
  }
}
