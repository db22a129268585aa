package import Foundation
package import Log
package import NewsModel
package import Wording

/// The settings in force, each with where it was written.
///
/// What a setting is called, which values it takes and what it is for stands in `Setting.all`; its default is the value
/// that its property starts with.
package struct Settings: Sendable {
  /// The name of a theme, or `auto`: by the number of colours and the background of the terminal.
  package var theme = "auto"
  package var language = LanguageChoice.auto
  /// The file of the store with the home folder written out; nil is the usual place, `Paths.store`.
  package var storePath: String?
  /// The zone of times that a page gives without one.
  package var sourceZone = ZoneChoice.named("Asia/Shanghai")
  /// The zone in which times are shown.
  package var displayZone = ZoneChoice.local
  package var ambiguousWidth = AmbiguousWidth.auto
  package var symbols = Symbols.auto
  package var colors = Colors.auto
  package var mouse = true
  package var links = Links.auto
  /// The names of saved queries whose news is told on the desktop.
  package var noticedQueries: [String] = []
  package var noticeForm = NoticeForm.auto
  /// The widest that the reader sets text, in columns.
  package var readerMeasure = 76
  /// Whether a closing sign may stand in the margin behind a line.
  package var hangsPunctuation = false
  /// Whether the reader parts Han from Latin signs.
  package var spacesScripts = false
  /// Milliseconds that an opened article stays unread.
  package var markReadAfter = 0
  package var showsTags = true
  package var marketColors = MarketColors.cn
  /// Whose days and hours are meant by sessions, open and close.
  package var exchange = TradingCalendar.Exchange.sse
  /// The program that opens links and its arguments; the link comes last, or in place of `{url}`.
  package var browserCommand = ["xdg-open"]
  package var statisticsRange = StatisticsSpan.day
  /// Minutes between two fetches of a source for which the reader has chosen none.
  package var fetchInterval = 30
  /// Whether the dashboard fetches sources when their time has come.
  package var refreshesAutomatically = true
  /// The address of a proxy, `none` for none; nil is what the environment says.
  package var fetchProxy: String?
  /// What servers are told of the program; nil is its name and home page.
  package var fetchUserAgent: String?
  /// The largest answer that is read, unpacked, in MB.
  package var fetchSizeLimit = 16
  /// Seconds that a server has for an answer.
  package var fetchTimeLimit = 30
  /// Connections at once.
  package var fetchConnections = 24
  /// Which fields columns and keys mean that the program does not know, each as `field=name`.
  package var importMap: [String] = []
  /// The least weight of the lines that the log keeps.
  package var logLevel = LogLevel.warning
  /// The programs that articles are handed to, in the order of the file.
  package internal(set) var programs: [ArticleProgram] = []
  /// The keys that the user gave to commands, in the order of the file.
  package internal(set) var keyBindings: [KeyBinding] = []

  /// Keyed by the settings' names; a setting that is missing has its default.
  var origins: [String: Origin] = [:]

  /// The defaults.
  package init() {}

  /// Where the value of a setting was written.
  package func origin(of key: String) -> Origin { origins[key] ?? .standard }
}

extension Settings {
  /// The keys of a command as the user wrote them, which replace its default keys.
  package struct KeyBinding: Hashable, Sendable {
    package let command: String
    /// Each a key or a sequence of keys, such as `gg`; empty where the command shall have none.
    package let keys: [String]
    package let origin: Origin

    package init(command: String, keys: [String], origin: Origin) {
      self.command = command
      self.keys = keys
      self.origin = origin
    }
  }

  /// The language of the interface in an environment.
  package func language(in environment: [String: String]) -> Language {
    switch language {
    case .auto: Language(environment: environment)
    case .zhHans: .zhHans
    case .en: .en
    }
  }

  /// Whether signs beyond ASCII are to be avoided on the terminal of an environment.
  package func prefersASCII(in environment: [String: String]) -> Bool {
    switch symbols {
    case .auto: TerminalKind(environment: environment).hasFewGlyphs
    case .unicode: false
    case .ascii: true
    }
  }

  /// Whether there are fewer colours than themes are made of.
  package static func areFew(_ colorCount: Int) -> Bool { colorCount < 256 }

  /// Whether someone named a theme.
  package var isThemeConfigured: Bool { origin(of: "theme") != .standard }

  /// The theme to load. With few colours it is the one made for them, whatever was chosen: in others the selection is lost there.
  ///
  /// - Parameters:
  ///   - colorCount: how many colours the terminal shows.
  ///   - isLight: whether its background is light; nil where that is unknown.
  package func themeName(colorCount: Int, isLight: Bool?) -> String {
    if Self.areFew(colorCount) { return "terminal16" }
    if theme != "auto" { return theme }
    return isLight == true ? "paper" : "gruvbox_dark"
  }
}

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

  /// Whether links can be clicked on in the terminal.
  package enum Links: String, Hashable, Sendable, CaseIterable {
    case auto
    case on
    case off
  }

  /// How the terminal is told of a notice.
  package enum NoticeForm: String, Hashable, Sendable, CaseIterable {
    case auto
    case osc9
    case osc777
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
