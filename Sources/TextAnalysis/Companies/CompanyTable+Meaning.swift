import TextBasics

extension CompanyTable {
  /// The companies that a reader means by what was typed as a whole: a code in any form, a name, or how a name is read (`gzmt`).
  ///
  /// Codes and whole names go before names that only begin so; those are told where nothing fits as a whole. Linear in the names: some
  /// ten milliseconds.
  package func entries(meant typed: String, limit: Int = 50) -> [Entry] {
    let typed = typed.hasPrefix("$") ? String(typed.dropFirst()) : typed
    guard !typed.isEmpty, typed.utf8.count <= Self.longestName else { return [] }
    let exact = (entry(code: typed).map { [$0] } ?? []) + entries(name: typed)
    let (whole, beginning) = companies(read: typed)
    let found = unique(exact + whole.map(entry))
    return Array((found.isEmpty ? beginning.map(entry) : found).prefix(limit))
  }

  /// The companies that may be meant as long as a code, a name or its reading is still being typed, best first. Linear in the companies.
  package func entries(completing typed: String, limit: Int = 8) -> [Entry] {
    guard !typed.isEmpty, typed.utf8.count <= Self.longestName else { return [] }
    let named = entries(typed: typed, limit: limit)
    guard typed.utf8.allSatisfy({ $0 < 0x80 }) else { return named }
    let code = typed.uppercased()
    let coded = Array(
      companies.lazy.filter { company in self.listings(of: company).contains { $0.code.hasPrefix(code) } }.prefix(limit)
    ).map { entry($0) }
    let isNumber = typed.allSatisfy(\.isNumber)
    return Array(unique(isNumber ? coded + named : named + coded).prefix(limit))
  }

  /// In bytes: who types more means no company.
  private static let longestName = 100

  /// The companies one of whose names is read so as a whole, and those whose shown name begins so.
  private func companies(read typed: String) -> (whole: [Company], beginning: [Company]) {
    let matcher = NameMatcher(typed)
    var (whole, beginning): ([Company], [Company]) = ([], [])
    for company in companies {
      for (index, name) in names(of: company).enumerated() {
        guard let positions = matcher.score(name)?.positions, positions.elementsEqual(0..<positions.count) else {
          continue
        }
        if positions.count == name.unicodeScalars.count {
          whole.append(company)
          break
        }
        if index == 0 { beginning.append(company) }
      }
    }
    return (whole, beginning)
  }

  private func unique(_ entries: [Entry]) -> [Entry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.code).inserted }
  }
}
