package import NewsModel

extension TextAnalyser {
  /// How the store calls what queries name.
  package static let names = QueryNames(companies: companies(called:), event: event(called:), amount: amount(of:))

  /// `贵州茅台 600519.SH` for the name under which the store keeps a company.
  package static func companyTitle(_ name: String) -> String {
    CompanyTable.shared.entry(code: name).map { $0.name == name ? name : $0.name + " " + name } ?? name
  }

  private static func companies(called name: String) -> [String] {
    let table = CompanyTable.shared
    let found = table.entry(code: name).map { [$0] } ?? table.entries(name: name)
    return found.compactMap { $0.listings.first?.name }
  }

  private static func event(called name: String) -> String? {
    EventKind(name: name)?.rawValue ?? EventTable.shipped.detail(named: name)
  }

  private static func amount(of text: String) -> Amount? {
    FigureReader().mainAmount(ofTitle: AnalysedText(title: text, text: ""))
  }
}
