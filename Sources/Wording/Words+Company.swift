package import NewsModel

// MARK: - Companies

extension Words {
  package var company: String { text("公司", "Company") }
  package var companyPage: String { text("公司页", "Company page") }
  package var companions: String { text("同时提到的公司", "Named with it") }
  package var weeksOfCompany: String { text("每周新闻量与倾向", "Articles and tone by week") }
  package var weeksBriefly: String { text("每周", "Weeks") }
  package var nothingInPart: String { text("没有", "nothing") }

  /// Nil for what is listed nowhere.
  package func name(of exchange: StockExchange) -> String? {
    switch exchange {
    case .shanghai: text("上交所", "Shanghai")
    case .shenzhen: text("深交所", "Shenzhen")
    case .beijing: text("北交所", "Beijing")
    case .hongKong: text("港交所", "Hong Kong")
    case .nasdaq: text("纳斯达克", "Nasdaq")
    case .newYork: text("纽交所", "NYSE")
    case .american: text("美交所", "NYSE American")
    case .none: nil
    }
  }

  /// Further codes and names of a company in a line.
  package func alsoCalled(_ names: [String]) -> String { labelled(text("又名", "also"), enumeration(names)) }

  package func newsOfCompany(_ articles: Int, unread: Int) -> String {
    text(
      "新闻\(number(articles))条，未读\(number(unread))条",
      count(articles, "article") + ", \(number(unread)) unread")
  }

  /// The row that leads from some articles of a company to all of them.
  package func allNewsOfCompany(_ articles: Int?) -> String {
    guard let articles else { return text("列出全部新闻", "list all articles") }
    return text("列出全部\(number(articles))条新闻", "list all \(number(articles)) articles")
  }

  package func articles(of tone: Tone, _ count: Int) -> String {
    switch tone {
    case .positive: text("正面\(number(count))条", "\(number(count)) positive")
    case .negative: text("负面\(number(count))条", "\(number(count)) negative")
    }
  }

  /// That only the newest articles were looked at.
  package func ofNewest(_ articles: Int) -> String {
    text("最新\(number(articles))条新闻", "newest \(number(articles)) articles")
  }

  package func waitForAnalysis(_ articles: Int) -> String {
    text("待分析\(number(articles))条", "\(number(articles)) to analyse")
  }

  package func noNewsOfCompany(_ name: String) -> String {
    text("没有提到\(name)的新闻。", "No article names \(name).")
  }

  package func unknownCompany(_ code: String) -> String {
    text("公司表中没有“\(code)”，也没有提到它的新闻。", "No table knows “\(code)”, and no article names it.")
  }

  package func mayComeWithAnalysis(_ articles: Int) -> String {
    text(
      "还有\(number(articles))条新闻等待分析，提到它的会陆续出现。",
      count(articles, "article still waits", "articles still wait") + " to be analysed; those that name it will appear."
    )
  }

  /// - Parameter hasOthers: whether companies of a similar name are listed below.
  package func noCompany(_ name: String, hasOthers: Bool) -> String {
    hasOthers
      ? text("没有公司“\(name)”；相近的有：", "no company is called '\(name)'; similar ones are:")
      : text("没有公司“\(name)”", "no company is called '\(name)'")
  }

  package func severalCompanies(_ name: String, _ companies: Int) -> String {
    text(
      "“\(name)”可指\(companies)家公司，请写代码：", "'\(name)' may be one of \(companies) companies; give a code:")
  }

  package var namesNoCompany: String { text("这条新闻没有提到上市公司", "the article names no listed company") }

  package func unknownCommandOrCompany(_ name: String) -> String {
    text(
      "没有命令或公司“\(name)”，按 \(key(.help)) 查看全部命令",
      "no command or company “\(name)”; press \(key(.help)) to see all commands")
  }
}

// MARK: - Events

extension Words {
  /// The kind of an event, or the finer kind below it.
  package func name(of event: EventValue) -> String { event.detail ?? name(event.kind.rawValue, of: .event) }

  /// Amount and percentage of an event; empty where it has none.
  package func figures(of event: EventValue) -> String {
    [event.amount.map(amount), event.percentage.map(percentage)].compactMap(\.self).joined(separator: " ")
  }

  /// `1.2亿元`, `1亿–2亿港元`, `300万股`; `CNY 120m`, `3m shares`.
  package func amount(_ amount: Amount) -> String {
    let (low, high) = (scaled(amount.range.lowerBound), scaled(amount.range.upperBound))
    let number = low == high ? low : low + "–" + high
    switch amount.unit {
    case .currency(let code): return text(number + currency(code), code + " " + number)
    case .shares: return text(number + "股", number + " shares")
    case .price(let code, let unit):
      return text(number + currency(code) + "/" + (unit == "share" ? "股" : unit), code + " " + number + "/" + unit)
    case .other(let unit): return text(number + unit, number + " " + unit)
    }
  }

  /// `+35%`, `-30%`, `+45%–+65%`.
  package func percentage(_ range: ClosedRange<Double>) -> String {
    func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + decimal(value) + "%" }
    let (low, high) = (signed(range.lowerBound), signed(range.upperBound))
    return low == high ? low : low + "–" + high
  }

  /// A number in the largest unit that it fills, with at most two decimals.
  private func scaled(_ value: Double) -> String {
    let units: [(size: Double, name: String)] =
      language == .en
      ? [(1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e3, "k")] : [(1e12, "万亿"), (1e8, "亿"), (1e4, "万")]
    let size = value.magnitude
    guard let unit = units.first(where: { size >= $0.size }) else { return decimal(value) }
    return decimal(value / unit.size) + unit.name
  }

  /// At most two decimals, and none that are 0.
  private func decimal(_ value: Double) -> String {
    let hundredths = Int64((min(max(value, -1e15), 1e15) * 100).rounded())
    let (whole, rest) = (hundredths.magnitude / 100, hundredths.magnitude % 100)
    var digits = rest < 10 ? "0\(rest)" : "\(rest)"
    while digits.hasSuffix("0") { digits.removeLast() }
    return (hundredths < 0 ? "-" : "") + number(Int(whole)) + (digits.isEmpty ? "" : "." + digits)
  }

  private func currency(_ code: String) -> String {
    let names = [
      "CNY": "元", "HKD": "港元", "USD": "美元", "EUR": "欧元", "JPY": "日元", "GBP": "英镑", "KRW": "韩元", "TWD": "新台币",
      "AUD": "澳元", "CAD": "加元", "SGD": "新加坡元", "CHF": "瑞士法郎",
    ]
    return names[code] ?? code
  }
}
