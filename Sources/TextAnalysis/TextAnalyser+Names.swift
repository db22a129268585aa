package import NewsModel

extension TextAnalyser {
  /// How the store calls what queries name.
  package static let names = QueryNames(companies: companies(called:), event: event(called:), amount: amount(of:))

  /// `贵州茅台 600519.SH` for the name under which the store keeps a company.
  package static func companyTitle(_ name: String) -> String { companyName(name).map { $0 + " " + name } ?? name }

  /// `贵州茅台` for the name under which the store keeps a company; nil where no table has more than that.
  package static func companyName(_ name: String) -> String? {
    current.companies.entry(code: name).flatMap { $0.name == name ? nil : $0.name }
  }

  /// The name and the listing of a company that the store keeps under a name.
  package static func listedCompany(_ name: String) -> (name: String, listing: Listing) {
    let entry = current.companies.entry(code: name)
    return (entry?.name ?? name, entry?.listings.first ?? Listing(code: name, exchange: .none))
  }

  private static func companies(called name: String) -> [String] {
    let table = current.companies
    let found = table.entry(code: name).map { [$0] } ?? table.entries(name: name)
    return found.compactMap { $0.listings.first?.name }
  }

  private static func event(called name: String) -> String? {
    EventKind(name: name)?.rawValue ?? current.events.detail(named: name) ?? FinerEvents.stored(name)
  }

  private static func amount(of text: String) -> Amount? {
    FigureReader().amount(of: AnalysedText(title: text, text: "")) ?? typedAmount(text)
  }

  /// A number with a scale and the code of a currency as people type it, `100musd` or `2.5bn`: in yuan where no code stands.
  private static func typedAmount(_ text: String) -> Amount? {
    let text = text.lowercased().filter { $0 != " " }
    let digits = text.prefix { "0123456789.".contains($0) }
    guard let number = Double(digits), number.isFinite else { return nil }
    let rest = text.dropFirst(digits.count)
    for (scale, factor) in scales where rest.hasPrefix(scale) {
      guard let code = currency(rest.dropFirst(scale.count)) else { continue }
      return Amount(range: number * factor...number * factor, unit: .currency(code))
    }
    return nil
  }

  /// Longer ones first: `mn` is no `m` with something behind it.
  private static let scales: [(String, Double)] = [
    ("trillion", 1e12), ("billion", 1e9), ("million", 1e6), ("tn", 1e12), ("bn", 1e9), ("mn", 1e6), ("t", 1e12),
    ("b", 1e9), ("m", 1e6), ("k", 1e3), ("", 1),
  ]

  private static func currency(_ code: Substring) -> String? {
    if code.isEmpty || code == "rmb" { return "CNY" }
    let code = code.uppercased()
    return FigureWords.currencies.contains(code) ? code : nil
  }
}
