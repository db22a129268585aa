import NewsModel
import TextBasics

/// Finds the listed companies that an article speaks of: by names of all kinds and by codes.
///
/// A name of three characters and more stands for its company, unless a longer word holds it; an ordinary word needs a code, a suffix or
/// the company's other names in the article, or a word beside it that only a company has.
struct CompanyReader: Sendable {
  private let table: CompanyTable
  private let signs = CompanySigns.shared
  private static let roles = HouseRoles()

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
  func mentions(in text: AnalysedText) -> [CompanyMention] { found(in: text).mentions }

  /// The mentions, and where all names and codes stand, in order.
  func found(in text: AnalysedText) -> (mentions: [CompanyMention], names: [Range<Int>]) {
    let accepted = accepted(in: text)
    return (
      group(accepted.sightings, in: text, prefersHongKong: accepted.speaksOfHongKong), accepted.names
    )
  }

  /// Every name and code that counts, as the text writes it, in its order, with the company that it stands for.
  func words(in text: AnalysedText) -> [(word: String, company: CompanyTable.Company)] {
    let sightings = accepted(in: text).sightings
    return zip(text.quotes(sightings.map(\.range)), sightings).compactMap { quote, sighting in
      sighting.companies.first.map { (quote, $0) }
    }
  }

  private func accepted(in text: AnalysedText) -> (sightings: [Sighting], names: [Range<Int>], speaksOfHongKong: Bool) {
    var names = names(in: text)
    var codes = CompanyCodes(table: table, bytes: text.bytes).mentions()
    if !table.uncoded.isEmpty { codes.removeAll { table.uncoded.contains($0.company) } }
    if names.sightings.isEmpty, codes.isEmpty { return ([], [], names.speaksOfHongKong) }
    var sightings = merge(names.sightings, codes)
    names.sightings = []
    dropMisspelled(&sightings, in: text)
    dropShouted(&sightings, in: text)
    accept(&sightings, in: text)
    sightings.removeAll { !$0.isAccepted }
    addStems(&sightings, in: text)
    let ranges = sightings.map(\.range)
    dropRoles(&sightings, ranges, in: text)
    return (sightings, ranges, names.speaksOfHongKong)
  }
}

// MARK: - Sightings

extension CompanyReader {
  private func names(in text: AnalysedText) -> (sightings: [Sighting], speaksOfHongKong: Bool) {
    let bytes = text.bytes
    var sightings: [Sighting] = []
    // Names that begin those of other firms, with the number of sightings before the first of these.
    var otherFirms: [Int: Int] = [:]
    var speaksOfHongKong = false
    var end = 0
    let matches = table.names.matcher.longestMatches(in: bytes, 0..<bytes.count)
    if let glued = nameBehindLabel(of: text),
      matches.first.map({ $0.range.lowerBound < glued.range.upperBound }) != true
    {
      sightings.append(glued)
      end = glued.range.upperBound
    }
    for match in matches where match.range.lowerBound >= end {
      let match = longerName(in: match, bytes) ?? match
      end = match.range.upperBound
      let name = table.names[match.word]
      if name.trust == .hongKong { speaksOfHongKong = true }
      guard name.company >= 0 else { continue }
      // What the reader says needs no sign.
      if !name.isOwn {
        if signs.isTornApart(match.range, in: bytes) || signs.belongsToAnother(match.range, in: bytes)
          || CompanyCredits.isCredit(match.range, in: bytes)
        {
          continue
        }
        if signs.beginsOtherFirm(match.range, in: bytes) {
          if otherFirms[match.word] == nil { otherFirms[match.word] = sightings.count }
          continue
        }
      }
      sightings.append(
        Sighting(
          range: match.range, word: match.word, companies: table.names.companies(of: match.word), trust: name.trust))
    }
    for (word, first) in otherFirms where !sightings.prefix(first).contains(where: { $0.word == word }) {
      // 万豪 behind 万豪投资有限公司 is that firm, unless the article spoke of 万豪 before.
      sightings.removeAll { $0.word == word }
    }
    return (sightings, speaksOfHongKong)
  }

  /// The name that a page's label was glued to when its tags were lost: `CompaniesSanofi poaches …`.
  private func nameBehindLabel(of text: AnalysedText) -> Sighting? {
    guard let start = text.capitalWithinFirstWord else { return nil }
    let title = Array(text.bytes[start..<text.titleEnd].prefix(64))
    guard let match = table.names.matcher.longestMatch(in: title, at: 0) else { return nil }
    let companies = table.names.companies(of: match.word)
    guard !companies.isEmpty, table.names[match.word].trust == .sure else { return nil }
    let range = start..<(start + match.range.count)
    return Sighting(range: range, word: match.word, companies: companies, trust: .sure)
  }

  /// The longer name that begins with the last character of a short one: 新筑股份 in 如新筑股份, where 如新 is a name too.
  private func longerName(in match: WordMatch, _ bytes: [UInt8]) -> WordMatch? {
    guard match.range.count == 6, bytes[match.range.lowerBound] >= 0xE0,
      let inner = table.names.matcher.longestMatch(in: bytes, at: match.range.lowerBound + 3)
    else { return nil }
    return inner.range.count > 6 && table.names[inner.word].company >= 0 ? inner : nil
  }

  /// Puts the codes among the names. A code in brackets behind a name tells which company is meant.
  private func merge(_ names: [Sighting], _ codes: [CompanyCodes.Mention]) -> [Sighting] {
    var merged: [Sighting] = []
    merged.reserveCapacity(names.count + codes.count)
    var next = 0
    for code in codes {
      while next < names.count, names[next].range.lowerBound < code.range.lowerBound {
        merged.append(names[next])
        next += 1
      }
      // The code lies in a name, as 3M does in 3M公司.
      if let last = merged.last, last.listing == nil, last.range.overlaps(code.range) { continue }
      if next < names.count, names[next].range.overlaps(code.range) { continue }
      let named = merged.last.flatMap { 1...3 ~= code.range.lowerBound - $0.range.upperBound ? $0 : nil }
      guard !code.needsName || named?.companies.contains(code.company) == true else { continue }
      if let named, named.listing == nil, !named.companies.contains(code.company) { merged.removeLast() }
      merged.append(Sighting(range: code.range, companies: [code.company], trust: .sure, listing: code.listing))
    }
    return merged + names[next...]
  }

  /// Leaves out what the article does not write as a name or a code is written: `apple`, `(it)`.
  private func dropMisspelled(_ sightings: inout [Sighting], in text: AnalysedText) {
    // Only letters can be misspelled, and most names have none: to look up what the article writes takes a walk through it.
    let lettered = sightings.indices.filter { index in
      sightings[index].word.map { table.names[$0].needsCapital }
        ?? text.bytes[sightings[index].range].contains { 0x61...0x7A ~= $0 }
    }
    var misspelled: Set<Int> = []
    for (index, quote) in zip(lettered, text.quotes(lettered.map { sightings[$0].range })) {
      let first = quote.utf8.first ?? 0
      let isMisspelled =
        sightings[index].word != nil
        ? !(0x41...0x5A ~= first) : first >= 0x61 && quote.utf8.contains { 0x61...0x7A ~= $0 }
      if isMisspelled { misspelled.insert(index) }
    }
    guard !misspelled.isEmpty else { return }
    sightings = sightings.indices.filter { !misspelled.contains($0) }.map { sightings[$0] }
  }

  /// Leaves out single words of letters in a title that is all capitals, where `UPS` may be a verb, unless the text names the company too.
  private func dropShouted(_ sightings: inout [Sighting], in text: AnalysedText) {
    guard text.shoutsTitle, !text.text.isEmpty else { return }
    let named = Set(sightings.filter { $0.range.lowerBound >= text.titleEnd }.flatMap(\.companies))
    sightings.removeAll { sighting in
      sighting.word != nil && sighting.range.lowerBound < text.titleEnd
        && text.bytes[sighting.range].allSatisfy { 0x61...0x7A ~= $0 }
        && !sighting.companies.contains(where: named.contains)
    }
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

  /// Titles often leave out how a name ends that the text writes in full: 泰禾 for 泰禾集团.
  private func addStems(_ sightings: inout [Sighting], in text: AnalysedText) {
    let named = Set(sightings.filter { $0.range.lowerBound < text.titleEnd }.flatMap(\.companies))
    var stems: [Sighting] = []
    var seen = named
    for sighting in sightings where sighting.range.lowerBound > text.titleEnd && sighting.word != nil {
      guard let company = sighting.companies.first, seen.count < named.count + Self.mostStems,
        seen.insert(company).inserted, let stem = signs.stem(of: sighting.range, in: text.bytes),
        let place = text.bytes.firstRange(of: text.bytes[stem], in: text.title),
        !(sightings + stems).contains(where: { $0.range.overlaps(place) }),
        !signs.isTornApart(place, in: text.bytes), !signs.belongsToAnother(place, in: text.bytes),
        signs.confirm(place, .doubtful, in: text)
      else { continue }
      stems.append(
        Sighting(range: place, word: sighting.word, companies: [company], trust: sighting.trust, isAccepted: true))
    }
    guard !stems.isEmpty else { return }
    sightings = (sightings + stems).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// So many companies of the text are looked for in the title.
  private static let mostStems = 8

  /// Leaves out houses where they are the place of an order or speak of others.
  private func dropRoles(_ sightings: inout [Sighting], _ ranges: [Range<Int>], in text: AnalysedText) {
    sightings.removeAll { sighting in
      guard let word = sighting.word, !table.names[word].isOwn else { return false }
      return Self.roles.isNoSubject(sighting.range, others: ranges, in: text)
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
  /// Where a word stands first in a range of a headline's size.
  fileprivate func firstRange(of word: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>? {
    guard range.count >= word.count, let first = word.first else { return nil }
    return (range.lowerBound...(range.upperBound - word.count)).first { place in
      self[place] == first && self[place..<place + word.count].elementsEqual(word)
    }.map { $0..<$0 + word.count }
  }

  /// Whether all that parts two names is the mark between members of a list.
  fileprivate func isListed(_ gap: Range<Int>) -> Bool { gap.count == 3 && stands("、", at: gap.lowerBound) }
}

// MARK: - Mentions

extension CompanyReader {
  private func group(_ sightings: [Sighting], in text: AnalysedText, prefersHongKong: Bool) -> [CompanyMention] {
    var order: [Int] = []
    var seen: Set<CompanyTable.Company> = []
    var listings: [CompanyTable.Company: Listing] = [:]
    for (index, sighting) in sightings.enumerated() {
      guard let company = sighting.companies.first else { continue }
      if seen.insert(company).inserted { order.append(index) }
      if let listing = sighting.listing, listings[company] == nil { listings[company] = listing }
    }
    let quotes = text.quotes(order.map { sightings[$0].range })
    return zip(order, quotes).map { index, quote in
      let sighting = sightings[index]
      let company = sighting.companies[0]
      let own = table.listings(of: company)
      let preferred = prefersHongKong ? own.first { $0.exchange == .hongKong } : nil
      return CompanyMention(
        listing: listings[company] ?? preferred ?? own.first ?? Listing(code: "", exchange: .none),
        name: table.name(of: company),
        others: sighting.companies.dropFirst().compactMap { table.listings(of: $0).first },
        evidence: Evidence(
          quote: quote, rule: sighting.listing == nil ? CompanyMention.byName : CompanyMention.byCode,
          isInTitle: sighting.range.lowerBound < text.titleEnd,
          isOwn: sighting.word.map { table.names[$0].isOwn } ?? false))
    }
  }
}

extension AnalysedText {
  /// Whether the title is of ASCII and has several words of capitals alone.
  var shoutsTitle: Bool {
    var blanks = 0
    for byte in original.string.utf8.prefix(titleEnd) {
      guard byte < 0x80, !(0x61...0x7A ~= byte) else { return false }
      if byte == UInt8(ascii: " ") { blanks += 1 }
    }
    return blanks >= 2
  }

  /// Where a capital letter follows a small one in a title's first word, which is of ASCII: nowhere else are the places the same as in
  /// the folded text.
  fileprivate var capitalWithinFirstWord: Int? {
    var isSmall = false
    for (index, byte) in original.string.utf8.prefix(min(titleEnd, 32)).enumerated() {
      guard byte.isWordByte || byte == UInt8(ascii: " "), byte < 0x80 else { return nil }
      if isSmall, 0x41...0x5A ~= byte { return index }
      isSmall = 0x61...0x7A ~= byte
    }
    return nil
  }
}
