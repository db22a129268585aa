import NewsModel
import TextBasics

/// Finds the listed companies that an article speaks of: by names of all kinds and by codes.
///
/// A name of three characters and more stands for its company, unless a longer word holds it; an ordinary word needs a code, a suffix or
/// the company's other names in the article, or a word beside it that only a company has.
struct CompanyReader: Sendable {
  private let table: CompanyTable
  private let signs = CompanySigns.shared

  init(_ table: CompanyTable = .shared) { self.table = table }

  /// A name or a code in the text, and the companies that it may stand for.
  private struct Sighting {
    var range: Range<Int>
    /// The number of the name; nil for a code.
    var word: Int?
    var companies: [CompanyTable.Company]
    var trust: CompanyNames.Trust
    var listing: Listing?
    var isAccepted = false
  }

  /// In the order of the first mention.
  func mentions(in text: AnalysedText) -> [CompanyMention] {
    var sightings = names(in: text)
    let codes = CompanyCodes(table: table, bytes: text.bytes).mentions()
    accept(codes, &sightings)
    accept(&sightings, in: text)
    return group(sightings.filter(\.isAccepted), in: text)
  }
}

// MARK: - Sightings

extension CompanyReader {
  private func names(in text: AnalysedText) -> [Sighting] {
    var sightings: [Sighting] = []
    var capitals: [Int] = []
    var otherFirms: Set<Int> = []
    for match in table.names.matcher.longestMatches(in: text.bytes, 0..<text.bytes.count) {
      let name = table.names[match.word]
      guard name.trust != .noName, !signs.isTornApart(match.range, in: text.bytes),
        !signs.belongsToAnother(match.range, in: text.bytes)
      else { continue }
      if signs.beginsOtherFirm(match.range, in: text.bytes) { otherFirms.insert(match.word) }
      if name.needsCapital { capitals.append(sightings.count) }
      sightings.append(
        Sighting(
          range: match.range, word: match.word, companies: table.names.companies(of: match.word), trust: name.trust))
    }
    let quotes = text.quotes(capitals.map { sightings[$0].range })
    for (index, quote) in zip(capitals, quotes) where quote.utf8.first.map({ 0x41...0x5A ~= $0 }) != true {
      sightings[index].companies = []
    }
    return sightings.filter { sighting in
      !sighting.companies.isEmpty && sighting.word.map(otherFirms.contains) != true
    }
  }

  /// Puts the codes among the names. A code in brackets behind a name tells which company is meant.
  private func accept(_ codes: [CompanyCodes.Mention], _ sightings: inout [Sighting]) {
    var merged: [Sighting] = []
    merged.reserveCapacity(sightings.count + codes.count)
    var next = 0
    for code in codes {
      while next < sightings.count, sightings[next].range.lowerBound < code.range.lowerBound {
        merged.append(sightings[next])
        next += 1
      }
      // The code lies in a name, as 3M does in 3M公司.
      if let last = merged.last, last.listing == nil, last.range.overlaps(code.range) { continue }
      if next < sightings.count, sightings[next].range.overlaps(code.range) { continue }
      let named = merged.last.flatMap { 1...3 ~= code.range.lowerBound - $0.range.upperBound ? $0 : nil }
      if let named, named.listing == nil, !named.companies.contains(code.company), !code.needsName {
        merged.removeLast()
      }
      guard !code.needsName || named?.companies.contains(code.company) == true else { continue }
      merged.append(
        Sighting(
          range: code.range, companies: [code.company], trust: .sure, listing: code.listing, isAccepted: true))
    }
    sightings = merged + sightings[next...]
  }

  private func accept(_ sightings: inout [Sighting], in text: AnalysedText) {
    for index in sightings.indices where sightings[index].trust == .sure { sightings[index].isAccepted = true }
    let known = Set(sightings.filter { $0.isAccepted && $0.companies.count == 1 }.map { $0.companies[0] })
    for index in sightings.indices where !sightings[index].isAccepted {
      let sighting = sightings[index]
      sightings[index].isAccepted =
        sighting.companies.contains(where: known.contains) || signs.confirm(sighting.range, sighting.trust, in: text)
    }
    acceptLists(&sightings, in: text.bytes)
    for index in sightings.indices where sightings[index].companies.count > 1 {
      if let company = sightings[index].companies.first(where: known.contains) {
        sightings[index].companies = [company]
      }
    }
  }

  /// A doubtful name that stands in a list of companies is one: `光大证券、第一创业、太平洋`.
  private func acceptLists(_ sightings: inout [Sighting], in bytes: [UInt8]) {
    for index in sightings.indices.dropFirst() where sightings[index - 1].isAccepted && !sightings[index].isAccepted {
      sightings[index].isAccepted = bytes.isListed(
        sightings[index - 1].range.upperBound..<sightings[index].range.lowerBound)
    }
    for index in sightings.indices.dropLast().reversed()
    where sightings[index + 1].isAccepted && !sightings[index].isAccepted {
      sightings[index].isAccepted = bytes.isListed(
        sightings[index].range.upperBound..<sightings[index + 1].range.lowerBound)
    }
  }
}

extension [UInt8] {
  /// Whether all that parts two names is the mark between members of a list.
  fileprivate func isListed(_ gap: Range<Int>) -> Bool { gap.count == 3 && stands("、", at: gap.lowerBound) }
}

// MARK: - Mentions

extension CompanyReader {
  private func group(_ sightings: [Sighting], in text: AnalysedText) -> [CompanyMention] {
    var first: [CompanyTable.Company: Int] = [:]
    var order: [(company: CompanyTable.Company, sighting: Int)] = []
    var listings: [CompanyTable.Company: Listing] = [:]
    for (index, sighting) in sightings.enumerated() {
      guard let company = sighting.companies.first else { continue }
      if first[company] == nil {
        first[company] = index
        order.append((company, index))
      }
      if let listing = sighting.listing, listings[company] == nil { listings[company] = listing }
    }
    let quotes = text.quotes(order.map { sightings[$0.sighting].range })
    let prefersHongKong = text.speaksOfHongKong
    return zip(order, quotes).map { entry, quote in
      let sighting = sightings[entry.sighting]
      let own = table.listings(of: entry.company)
      let listing =
        listings[entry.company]
        ?? (prefersHongKong ? own.first { $0.exchange == .hongKong } : nil) ?? own.first
        ?? Listing(code: "", exchange: .none)
      return CompanyMention(
        listing: listing, name: table.name(of: entry.company),
        others: sighting.companies.dropFirst().compactMap { table.listings(of: $0).first },
        evidence: Evidence(
          quote: quote, rule: sighting.listing == nil ? "company name" : "company code",
          isInTitle: sighting.range.lowerBound < text.titleEnd))
    }
  }
}

extension AnalysedText {
  private static let hongKong = WordMatcher(["港元", "港股", "港交所", "联交所", "h股", "恒指", "恒生指数"])

  /// Whether the shares in Hong Kong are meant where a company has others too.
  fileprivate var speaksOfHongKong: Bool {
    var found = false
    Self.hongKong.forEachMatch(in: bytes, 0..<bytes.count) { _ in found = true }
    return found
  }
}
