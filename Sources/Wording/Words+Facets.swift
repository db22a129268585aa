package import NewsModel

// What is read from the words of an article, as a row or a table shows it.

extension Words {
  /// The trade's word for an event: the finer kind where the words tell one.
  package func name(of event: EventValue) -> String { event.name(in: tongue) }

  /// Amount and percentage of an event; empty where it has none.
  package func figures(of event: EventValue) -> String {
    [event.amount.map { amount($0) }, event.percentage.map { percentage($0) }].compactMap(\.self).joined(separator: " ")
  }

  /// `15.74亿元`, `3.6–4.2亿港元`, `31元/股`, `3,200万股`; in English `CNY 1.57bn`, `32m shares`.
  ///
  /// - Parameter decimals: at most so many; zeros at the end are left out.
  package func amount(_ amount: Amount, decimals: Int = 2) -> String {
    let scale = scales.first { amount.range.upperBound.magnitude >= $0.size } ?? Scale(size: 1, name: "")
    let number = figures(amount.range, in: scale.size, decimals) + scale.name
    switch amount.unit {
    case .currency(let code): return money(number, code)
    case .shares: return text(number + "股", number + " shares")
    case .price(let code, let unit): return money(number, code) + "/" + (unit == "share" ? text("股", unit) : unit)
    case .other(let unit): return text(number + unit, number + " " + unit)
    }
  }

  /// `45%`, `-30.5%`, `45–65%`, `-65%~-45%`.
  package func percentage(_ range: ClosedRange<Double>, decimals: Int = 2) -> String {
    guard range.lowerBound < 0, range.lowerBound < range.upperBound else {
      return figures(range, in: 1, decimals) + "%"
    }
    return [range.lowerBound, range.upperBound].map { figure($0, decimals) + "%" }.joined(separator: "~")
  }

  /// `0.5个百分点`.
  package func percentagePoints(_ range: ClosedRange<Double>) -> String {
    figures(range, in: 1, 2) + text("个百分点", " percentage points")
  }

  private func money(_ number: String, _ code: String) -> String {
    text(number + (Self.currencies[code] ?? " " + code), code + " " + number)
  }

  private static let currencies = [
    "CNY": "元", "HKD": "港元", "USD": "美元", "EUR": "欧元", "GBP": "英镑", "JPY": "日元", "KRW": "韩元", "TWD": "新台币", "AUD": "澳元",
    "CAD": "加元", "SGD": "新加坡元", "CHF": "瑞士法郎",
  ]

  private struct Scale {
    var size: Double
    var name: String
  }

  /// The largest first.
  private var scales: [Scale] {
    language == .en
      ? [Scale(size: 1e12, name: "tn"), Scale(size: 1e9, name: "bn"), Scale(size: 1e6, name: "m")]
      : [Scale(size: 1e12, name: "万亿"), Scale(size: 1e8, name: "亿"), Scale(size: 1e4, name: "万")]
  }

  private func figures(_ range: ClosedRange<Double>, in size: Double, _ decimals: Int) -> String {
    let (lower, upper) = (figure(range.lowerBound / size, decimals), figure(range.upperBound / size, decimals))
    return lower == upper ? lower : lower + "–" + upper
  }

  /// What a text claims may be larger than any number of its kind.
  private func figure(_ value: Double, _ decimals: Int) -> String {
    let factor = decimals >= 2 ? 100 : decimals == 1 ? 10 : 1
    let scaled = (value.magnitude * Double(factor)).rounded()
    guard scaled < 1e15 else { return String(value) }
    let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: factor)
    var text = (value < 0 && scaled > 0 ? "-" : "") + number(whole)
    guard rest > 0 else { return text }
    text += "." + (factor == 100 && rest < 10 ? "0" : "") + String(rest)
    return text.hasSuffix("0") ? String(text.dropLast()) : text
  }
}

// MARK: - The table view

extension Words {
  package var table: String { text("表格", "Table") }
  package var timeColumn: String { text("时间", "time") }
  package var companyColumn: String { text("公司", "company") }
  package var eventColumn: String { text("事件", "event") }
  package var amountColumn: String { text("金额", "amount") }
  package var changeColumn: String { text("幅度", "change") }
  package var toneColumn: String { text("倾向", "tone") }
  package var sourceColumn: String { text("来源", "source") }
  package var titleColumn: String { text("标题", "title") }

  /// By which column a table is sorted.
  package func sorted(by column: String, _ sign: String) -> String { text("按\(column)\(sign)", "by \(column) \(sign)") }

  /// That only a part of a list is sorted.
  package func onlyNewest(_ count: Int) -> String { text("仅最新\(number(count))条", "newest \(number(count)) only") }

  package var exportTableLabel: String { text("表格导出到：", "write the table to: ") }

  package func unknownTableFormat(_ path: String) -> String {
    text(
      "从 \(path) 看不出格式；文件名请以 .csv .tsv .json 或 .jsonl 结尾",
      "\(path) does not say the format; let the name end in .csv .tsv .json or .jsonl")
  }
}
