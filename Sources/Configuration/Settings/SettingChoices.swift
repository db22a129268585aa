package import Foundation

extension Settings {
  package enum LanguageChoice: String, Hashable, Sendable, CaseIterable {
    case auto
    case zhHans = "zh-Hans"
    case en
  }

  /// Columns of characters whose East-Asian width is ambiguous.
  package enum AmbiguousWidth: String, Hashable, Sendable, CaseIterable {
    case auto
    case one = "1"
    case two = "2"

    /// 1 or 2. `auto` is 1: so it is in every terminal and multiplexer that we measured, in Chinese locales too.
    package var columns: Int { self == .two ? 2 : 1 }
  }

  /// The signs to draw with.
  package enum Symbols: String, Hashable, Sendable, CaseIterable {
    case auto
    case unicode
    case ascii
  }

  /// How many colours to use at most.
  package enum Colors: String, Hashable, Sendable, CaseIterable {
    case auto
    case truecolor
    case indexed256 = "256"
    case ansi16 = "16"
    case mono
  }

  /// What the colours of rises and falls mean.
  package enum MarketColors: String, Hashable, Sendable, CaseIterable {
    /// Red is up, green is down, as in China.
    case cn
    /// Green is up, red is down.
    case intl
    /// Two colours that people who confuse red and green can tell apart.
    case safe
  }

  /// The span of time of the statistics.
  package enum StatisticsRange: String, Hashable, Sendable, CaseIterable {
    case day
    case week
    case month
    case quarter
    case year
    case everything
  }

  /// A zone of time by its name in the IANA database, or that of the computer.
  package enum ZoneChoice: Hashable, Sendable {
    case local
    case named(String)

    /// The zone; that of the computer where the system does not know the name.
    package var zone: TimeZone {
      switch self {
      case .local: .ofComputer()
      case .named(let name): TimeZone(identifier: name) ?? .ofComputer()
      }
    }
  }
}
