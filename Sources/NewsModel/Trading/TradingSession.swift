/// A part of a trading day, or a time without trading: what `session:` asks for.
package enum TradingSession: String, Hashable, Sendable, CaseIterable {
  /// Before trading begins, on a day with trading.
  case pre
  /// While there is trading: morning and afternoon together.
  case open
  case morning
  case lunch
  case afternoon
  /// After trading has ended, on a day with trading.
  case post
  /// Weekends, holidays, and hours in which nothing trades.
  case closed

  package var chineseName: String {
    switch self {
    case .pre: "盘前"
    case .open: "盘中"
    case .morning: "早盘"
    case .lunch: "午休"
    case .afternoon: "午后"
    case .post: "盘后"
    case .closed: "休市"
    }
  }

  /// The session of a name in either language, in any case.
  package init?(name: String) {
    guard let session = Self.called(name, { [$0.rawValue, $0.chineseName] }) else { return nil }
    self = session
  }

  /// Whether what lies in this one lies in the other, too.
  func isPart(of other: TradingSession) -> Bool {
    self == other || other == .open && (self == .morning || self == .afternoon)
  }
}

/// What `session:` asks of an article: that it was published in a session of an exchange.
package struct SessionCondition: Hashable, Sendable {
  package var session: TradingSession
  package var exchange: TradingCalendar.Exchange

  package init(_ session: TradingSession, of exchange: TradingCalendar.Exchange) {
    self.session = session
    self.exchange = exchange
  }

  /// Whether the moment lies in the session; false where the calendar does not know. O(1).
  package func holds(at moment: Timestamp) -> Bool {
    TradingCalendar.of(exchange).session(at: moment)?.isPart(of: session) ?? false
  }

  /// The time in which articles can be that it means.
  package var known: Range<Timestamp> { TradingCalendar.of(exchange).known }
}

extension SessionCondition {
  /// The condition as one number, for a statement of SQL.
  package var code: Int64 {
    let exchange = TradingCalendar.Exchange.allCases.firstIndex(of: exchange) ?? 0
    let session = TradingSession.allCases.firstIndex(of: session) ?? 0
    return Int64(exchange * TradingSession.allCases.count + session)
  }

  package init?(code: Int64) {
    let (exchanges, sessions) = (TradingCalendar.Exchange.allCases, TradingSession.allCases)
    guard (0..<Int64(exchanges.count * sessions.count)).contains(code) else { return nil }
    self.init(sessions[Int(code) % sessions.count], of: exchanges[Int(code) / sessions.count])
  }
}
