/// What a query asks of the figures of an article's events: `amount:>1亿`, `change:<-30%`.
///
/// A figure that is given as a range matches where any number of the range does. Amounts of other currencies never match: nothing is
/// converted.
package struct FigureCondition: Hashable, Sendable {
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
    case equal = "="
  }

  package enum Measure: Hashable, Sendable {
    case amount(AmountUnit)
    /// In percent, negative for a fall.
    case change
  }

  package var measure: Measure
  package var comparison: Comparison
  package var value: Double

  package init(_ measure: Measure, _ comparison: Comparison, _ value: Double) {
    self.measure = measure
    self.comparison = comparison
    self.value = value
  }

  /// Whether one of the events has a figure as is wanted.
  package func matches(_ events: some Sequence<EventValue>) -> Bool {
    events.contains { event in
      switch measure {
      case .change: event.percentage.map(holds) ?? false
      case .amount(let unit): event.amount.map { $0.unit == unit && holds($0.range) } ?? false
      }
    }
  }

  package func holds(_ range: ClosedRange<Double>) -> Bool {
    switch comparison {
    case .atLeast: range.upperBound >= value
    case .atMost: range.lowerBound <= value
    case .above: range.upperBound > value
    case .below: range.lowerBound < value
    case .equal: range.contains(value)
    }
  }
}

extension FigureCondition {
  /// Reads what stands behind `amount:` or `change:`; nil where it is no comparison with one number, or where something is left. Without a
  /// sign the number itself is meant.
  ///
  /// - Parameter amount: reads a number with its unit; a number without one is in yuan.
  init?(_ text: String, isChange: Bool, amount: (String) -> Amount?) {
    var rest = text.replacingFullWidthSigns
    let comparison = Comparison.allCases.first { rest.hasPrefix($0.rawValue) }
    rest.removeFirst(comparison?.rawValue.count ?? 0)
    let written = rest.drop { $0 == " " }
    if isChange {
      let number = written.hasSuffix("%") ? written.dropLast() : written
      guard let value = number.plainNumber else { return nil }
      self.init(.change, comparison ?? .equal, value)
    } else if let plain = written.plainNumber {
      self.init(.amount(.currency("CNY")), comparison ?? .equal, plain)
    } else {
      guard let read = amount(String(written)), read.range.lowerBound == read.range.upperBound else { return nil }
      self.init(.amount(read.unit), comparison ?? .equal, read.range.lowerBound)
    }
  }

  /// The field that asks for it.
  var field: QueryField { if case .change = measure { .change } else { .amount } }

  /// The value of the field, such as `>100000000CNY` or `<-30%`.
  package var text: String {
    let number = value.rounded() == value && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
    return switch measure {
    case .change: comparison.rawValue + number + "%"
    case .amount(let unit): comparison.rawValue + number + unit.name
    }
  }
}

extension Substring {
  /// The number that decimal digits write, with a sign and a point; nil for all else that `Double` reads, such as `0x10` and `nan`.
  fileprivate var plainNumber: Double? {
    utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || "+-.".utf8.contains($0) } ? Double(self) : nil
  }
}

extension String {
  fileprivate var replacingFullWidthSigns: String {
    let signs: [Character: Character] = ["＞": ">", "＜": "<", "＝": "=", "％": "%", "－": "-", "﹥": ">", "﹤": "<"]
    return String(map { signs[$0] ?? $0 }).replacing("≥", with: ">=").replacing("≤", with: "<=")
  }

  private func replacing(_ sign: Character, with text: String) -> String {
    split(separator: sign, omittingEmptySubsequences: false).joined(separator: text)
  }
}
