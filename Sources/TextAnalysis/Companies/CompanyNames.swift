import TextBasics

/// All names of companies in one matcher, with how far each may be trusted, and the longer words in which a name means something else.
struct CompanyNames: Sendable {
  /// What a name needs so that it stands for its company.
  enum Trust: UInt8, Sendable {
    /// Nothing.
    case sure
    /// A sign of a company beside it: a verb of announcements, a price, a list of companies.
    case doubtful
    /// A word that only a company has beside it: it is an ordinary word.
    case common
    /// A suffix or a code: one or two ordinary English words.
    case english
    /// It is no name, but a longer word that holds one.
    case noName
    /// It is no name, but tells that shares in Hong Kong are meant.
    case hongKong
  }

  struct Name: Sendable {
    var trust: Trust = .sure
    /// The name begins with a capital letter of ASCII, and the article must write it so.
    var needsCapital = false
    /// The first company of the name, or -1 where it is none.
    var company: Int32 = -1
    /// Whether the reader's own tables say so.
    var isOwn = false
  }

  private(set) var matcher = WordMatcher(capacity: 36_000, bytes: 420_000)
  private var entries: [Name] = []
  /// The further companies of names that several share.
  private var sharers: [Int: [Int32]] = [:]

  subscript(word: Int) -> Name { entries[word] }

  /// The companies of a name, the one in the first row first.
  func companies(of word: Int) -> [CompanyTable.Company] {
    guard entries[word].company >= 0 else { return [] }
    return [Int(entries[word].company)] + (sharers[word] ?? []).map(Int.init)
  }

  func companies(named name: String) -> [CompanyTable.Company] { matcher.number(of: name).map(companies) ?? [] }

  mutating func add(_ name: UnsafeBufferPointer<UInt8>, of company: CompanyTable.Company) {
    let isASCII = !name.contains { $0 >= 0x80 }
    let word: Int?
    if isASCII {
      word = matcher.add(folded: name.lowercasedASCII)
    } else if Folding.isFolded(name) {
      word = matcher.add(folded: name)
    } else {
      word = matcher.add(String(decoding: name, as: UTF8.self))
    }
    guard let word else { return }
    if word == entries.count {
      entries.append(
        Name(needsCapital: isASCII && name.first.map { 0x41...0x5A ~= $0 } == true, company: Int32(company)))
    } else if entries[word].company != Int32(company), sharers[word]?.contains(Int32(company)) != true {
      sharers[word, default: []].append(Int32(company))
    }
  }

  /// Notes which names need more than themselves. Called once all names are there.
  mutating func addGuards() {
    for (list, trust) in [
      (CompanyGuardWords.doubtful, Trust.doubtful), (CompanyGuardWords.english, .english),
      (CompanyGuardWords.common, .common),
    ] {
      for word in list.parts(",") {
        if let number = matcher.number(of: String(word)) { entries[number].trust = trust }
      }
    }
    for word in CompanyGuardWords.longer.parts(",") { addLonger(String(word)) }
    for word in ["港元", "港股", "港交所", "联交所", "h股", "恒指", "恒生指数"] {
      guard let number = matcher.add(word) else { continue }
      if number == entries.count { entries.append(Name(trust: .hongKong)) }
    }
    let bank = Array("银行".utf8)
    for number in entries.indices where entries[number].company >= 0 {
      guard matcher.word(number, endsWith: bank) else { continue }
      let name = matcher.word(number)
      for ending in ["业", "间", "家", "界"] { addLonger(name + ending) }
    }
  }

  /// Lets a word stand for one company, whatever it stood for; for none, so that it hides the names within it.
  mutating func set(_ word: String, to company: CompanyTable.Company?) {
    guard let number = matcher.add(word) else { return }
    let isCapital = word.utf8.first.map { 0x41...0x5A ~= $0 } == true && word.utf8.allSatisfy { $0 < 0x80 }
    let name = Name(
      trust: company == nil ? .noName : .sure, needsCapital: isCapital, company: company.map { Int32($0) } ?? -1,
      isOwn: true)
    if number == entries.count { entries.append(name) } else { entries[number] = name }
    sharers[number] = nil
  }

  /// Takes a word from one company; the others of that name keep it.
  mutating func take(_ word: String, from company: CompanyTable.Company) {
    guard let number = matcher.number(of: word) else { return }
    let rest = companies(of: number).filter { $0 != company }
    guard let first = rest.first else { return set(word, to: nil) }
    entries[number].company = Int32(first)
    sharers[number] = rest.dropFirst().map { Int32($0) }
  }

  private mutating func addLonger(_ word: String) {
    if let number = matcher.add(word), number == entries.count { entries.append(Name(trust: .noName)) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var lowercasedASCII: [UInt8] { map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 } }
}

extension WordMatcher {
  fileprivate mutating func add(folded word: [UInt8]) -> Int? { word.withUnsafeBufferPointer { add(folded: $0) } }
}
