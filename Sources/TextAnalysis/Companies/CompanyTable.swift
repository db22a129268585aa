package import NewsModel
import TextBasics

/// Listed companies, their names and their codes: what the rules for companies read, and what a reader looks up.
///
/// The rows that the program brings take about 40 ms when they are first needed. Those of the reader's own tables join them and win.
package struct CompanyTable: Sendable {
  /// The place of a company's row.
  typealias Company = Int

  /// The companies that are compiled in.
  static let shared = CompanyTable()

  /// All rows as bytes: `SH:600519|贵州茅台|茅台`, with a semicolon between one and the next.
  private var text: [UInt8] = []
  private var rows: [Range<Int>] = []
  private var listings: [UInt64: (company: Int32, exchange: StockExchange)] = [:]
  private(set) var names = CompanyNames()
  /// The reader's own companies, which have no row of bytes, and their codes in capital letters.
  private var ownListings: [Company: Listing] = [:]
  private var ownCodes: [String: Company] = [:]
  /// Those whose codes in an article do not mean them, as the reader says.
  private(set) var uncoded: Set<Company> = []
  /// The names that the reader gave, the one that is shown first.
  private var ownNames: [Company: [String]] = [:]

  private init() {
    CompanyFacts.rows.withUTF8Buffer { text = Array($0) }
    listings.reserveCapacity(16_000)
    readRows()
    names.addGuards()
  }

  private mutating func readRows() {
    text.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: ";")) ?? bytes.count
        readRow(bytes, start..<end)
        start = end + 1
      }
    }
  }

  private mutating func readRow(_ bytes: UnsafeBufferPointer<UInt8>, _ row: Range<Int>) {
    let company = rows.count
    rows.append(row)
    var isName = false
    row.forEachField(of: bytes, UInt8(ascii: "|")) { field in
      if isName {
        names.add(UnsafeBufferPointer(rebasing: bytes[field]), of: company)
      } else {
        field.forEachField(of: bytes, UInt8(ascii: " ")) { note(bytes, $0, company) }
      }
      isName = true
    }
  }

  private mutating func note(_ bytes: UnsafeBufferPointer<UInt8>, _ code: Range<Int>, _ company: Company) {
    let colon = bytes[code].firstIndex(of: UInt8(ascii: ":")) ?? code.lowerBound
    guard let exchange = StockExchange(prefix: bytes[code.lowerBound..<colon]),
      let key = CodeKey.of(bytes[(colon + 1)..<code.upperBound]), listings[key] == nil
    else { return }
    listings[key] = (Int32(company), exchange)
  }

  /// All listings of a company, the main one first.
  func listings(of company: Company) -> [Listing] {
    if let own = ownListings[company] { return [own] }
    let row = text[rows[company]]
    return row[..<row.end(of: UInt8(ascii: "|"))].split(separator: UInt8(ascii: " ")).compactMap { code in
      let colon = code.end(of: UInt8(ascii: ":"))
      guard let exchange = StockExchange(prefix: code[..<colon]) else { return nil }
      return Listing(code: String(decoding: code[colon...].dropFirst(), as: UTF8.self), exchange: exchange)
    }
  }

  /// The name that is shown.
  func name(of company: Company) -> String {
    if let own = ownNames[company]?.first { return own }
    let row = text[rows[company]]
    let name = row[row.end(of: UInt8(ascii: "|"))...].dropFirst()
    return String(decoding: name[..<name.end(of: UInt8(ascii: "|"))], as: UTF8.self)
  }

  /// All names of a company, the one that is shown first.
  func names(of company: Company) -> [String] {
    let own = ownNames[company] ?? []
    let others = text[rows[company]].split(separator: UInt8(ascii: "|")).dropFirst()
    return own + others.map { String(decoding: $0, as: UTF8.self) }.filter { !own.contains($0) }
  }

  /// All companies, in the order of their rows.
  var companies: Range<Company> { rows.indices }

  /// The company with a code, written in capital letters as its exchange writes it.
  func company(code: some Sequence<UInt8>) -> (company: Company, exchange: StockExchange)? {
    CodeKey.of(code).flatMap { listings[$0] }.map { (Int($0.company), $0.exchange) }
  }
}

extension CompanyTable {
  /// A company as a reader looks it up.
  package struct Entry: Hashable, Sendable {
    package var name: String
    /// The main one first.
    package var listings: [Listing]
    /// What else it is or was called.
    package var otherNames: [String] = []

    package init(name: String, listings: [Listing] = [], otherNames: [String] = []) {
      self.name = name
      self.listings = listings
      self.otherNames = otherNames
    }

    /// How the store calls it: `600519.SH`; by its name where it is listed nowhere.
    package var code: String { listings.first?.name ?? name }
  }

  /// The company with a code: `600519`, `00700`, `700`, `AAPL`, in any case, with or without the letters of its exchange.
  package func entry(code: String) -> Entry? { number(code: code).map(entry) }

  private func number(code: String) -> Company? {
    var code = code.uppercased()[...]
    if let own = ownCodes[String(code)] { return own }
    for prefix in ["SH", "SZ", "BJ", "HK"] where code.hasPrefix(prefix) && code.dropFirst(2).allSatisfy(\.isNumber) {
      code = code.dropFirst(2)
    }
    for suffix in [".SH", ".SS", ".SZ", ".BJ", ".HK", ".US", ".O", ".N"] where code.hasSuffix(suffix) {
      code = code.dropLast(suffix.count)
    }
    if code.count < 5, !code.isEmpty, code.allSatisfy(\.isNumber) {
      code = String(repeating: "0", count: 5 - code.count)[...] + code
    }
    return company(code: code.utf8)?.company
  }

  /// The companies with exactly this name, in any way of writing.
  package func entries(name: String) -> [Entry] { names.companies(named: name).map(entry) }

  /// The companies that fit what was typed, best first: a code, some letters of a name, or how it is read (`gzmt` for 贵州茅台).
  ///
  /// Linear in the companies: some ten milliseconds.
  package func entries(typed: String, limit: Int = 20) -> [Entry] {
    if let entry = entry(code: typed) { return [entry] }
    let matcher = NameMatcher(typed)
    var found: [(score: Int, company: Company)] = []
    for company in rows.indices {
      let name = name(of: company)
      guard let match = matcher.score(name) else { continue }
      // Of names that fit alike the shorter one is meant: all of it was typed.
      found.append((match.score * 8 - name.count, company))
    }
    found.sort { ($0.score, $1.company) > ($1.score, $0.company) }
    return found.prefix(limit).map { entry($0.company) }
  }

  func entry(_ company: Company) -> Entry {
    let names = names(of: company)
    return Entry(
      name: names.first ?? "", listings: listings(of: company), otherNames: names.dropFirst().filter(Self.isTold))
  }

  /// A name with the sign of special treatment in an abbreviated form only helps to find the company.
  private static func isTold(_ name: String) -> Bool { !name.hasPrefix("ST") || name.utf8.allSatisfy { $0 < 0x80 } }
}

// MARK: - The reader's own rows

extension CompanyTable {
  /// Lets the reader's own rows win. Returns those that name a company which nobody knows.
  mutating func join(_ own: OwnTables) -> [OwnTables.Mistake] {
    // The companies first, so that aliases may name them wherever they stand.
    for line in own.lines {
      if case .company(let name, let code, let others) = line.row { add(name, code: code, others) }
    }
    var mistakes: [OwnTables.Mistake] = []
    for line in own.lines {
      switch line.row {
      case .alias(let word, let company), .notCompany(let word, let company?):
        guard let number = number(code: company) ?? names.companies(named: company).first else {
          mistakes.append(OwnTables.mistake(.unknownCompany(company), at: line, column: 2))
          continue
        }
        if line.row.kind == .alias {
          names.set(word, to: number)
        } else {
          names.take(word, from: number)
          if self.number(code: word) == number { uncoded.insert(number) }
        }
      case .notCompany(let word, nil):
        names.set(word, to: nil)
        if let number = number(code: word) { uncoded.insert(number) }
      case .company, .event, .notEvent, .notTopic, .tone, .notKeyword, .tag, .notTag: continue
      }
    }
    return mistakes
  }

  private mutating func add(_ name: String, code: String, _ others: [String]) {
    let company = code.isEmpty ? nil : number(code: code)
    let number = company ?? rows.count
    ownNames[number] = [name] + others
    if company == nil {
      rows.append(0..<0)
      // Whoever is listed nowhere goes by the name.
      let listing = code.isEmpty ? Listing(code: name, exchange: .none) : Listing(written: code)
      ownListings[number] = listing
      ownCodes[listing.name.uppercased()] = number
      ownCodes[listing.code.uppercased()] = number
      if let key = CodeKey.of(listing.code.utf8) { listings[key] = (Int32(number), listing.exchange) }
    }
    for name in [name] + others { names.set(name, to: number) }
  }
}

extension Listing {
  /// The listing that a code with the letters of its exchange means, such as `688999.SH`; one of no exchange without them.
  fileprivate init(written text: String) {
    let text = text.uppercased()
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let exchanges: [Substring: StockExchange] = [
      "SH": .shanghai, "SS": .shanghai, "SZ": .shenzhen, "BJ": .beijing, "HK": .hongKong, "US": .nasdaq, "O": .nasdaq,
      "N": .newYork,
    ]
    guard parts.count == 2, let code = parts.first, !code.isEmpty, let exchange = exchanges[parts[1]] else {
      self.init(code: text, exchange: .none)
      return
    }
    let padding = exchange == .hongKong ? max(0, 5 - code.count) : 0
    self.init(code: String(repeating: "0", count: padding) + code, exchange: exchange)
  }
}

/// A code of at most eight characters in the bytes of a number.
private enum CodeKey {
  static func of(_ code: some Sequence<UInt8>) -> UInt64? {
    var key: UInt64 = 0
    for byte in code {
      guard key >> 56 == 0 else { return nil }
      key = key << 8 | UInt64(byte)
    }
    return key == 0 ? nil : key
  }
}

extension StockExchange {
  /// As the tables of companies name it.
  fileprivate init?(prefix: some Collection<UInt8>) {
    switch prefix.reduce(0, { $0 << 8 | UInt32($1) }) {
    case 0x5348: self = .shanghai  // SH
    case 0x535A: self = .shenzhen  // SZ
    case 0x424A: self = .beijing  // BJ
    case 0x484B: self = .hongKong  // HK
    case 0x51: self = .nasdaq  // Q
    case 0x4E: self = .newYork  // N
    case 0x41: self = .american  // A
    case 0: self = .none
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where the part before a separator ends.
  fileprivate func end(of separator: UInt8) -> Int { firstIndex(of: separator) ?? endIndex }
}

extension Range<Int> {
  /// Calls `body` with the parts of a range of bytes between separators.
  @inline(__always)
  fileprivate func forEachField(
    of bytes: UnsafeBufferPointer<UInt8>, _ separator: UInt8, _ body: (Range<Int>) -> Void
  ) {
    var start = lowerBound
    var index = lowerBound
    while index < upperBound {
      if bytes[index] == separator {
        body(start..<index)
        start = index + 1
      }
      index += 1
    }
    body(start..<upperBound)
  }
}
