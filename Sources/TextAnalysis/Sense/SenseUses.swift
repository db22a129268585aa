/// Words with what they are for, as they are gathered for `SenseTables`. The first row of a word counts.
struct SenseUses {
  private(set) var words = WordMatcher(capacity: 32_000)
  private(set) var uses: [SenseTables.Use] = []
  private(set) var kin: [Int: [UInt16]] = [:]

  mutating func add(_ row: Substring, _ use: SenseTables.Use) {
    for word in row.parts("|") {
      for form in EnglishForms.all(of: word.withBlanks) { add(form, use) }
    }
  }

  private mutating func add(_ form: String, _ use: SenseTables.Use) {
    if words.add(form) == uses.count { uses.append(use) }
  }

  /// More forms of the name with which a row begins, or a name of its own.
  mutating func addForms(_ row: Substring, _ prefix: String) {
    guard let first = row.parts("|").first else { return }
    if let number = words.number(of: first.withBlanks), case .alias = uses[number] {
      add(row, uses[number])
    } else {
      add(row, .alias("\(prefix)\(first)"))
    }
  }

  /// Words that can mean one thing. Of several words that are known together, none that holds a word with a sign: "rate cut" is what "cut" says.
  mutating func addKin(_ row: Substring, _ group: UInt16) {
    for word in row.parts("|") {
      for form in EnglishForms.all(of: word.withBlanks) where !holdsSign(form) {
        add(form, .kin)
        guard let number = words.number(of: form) else { continue }
        if kin[number]?.last != group { kin[number, default: []].append(group) }
      }
    }
  }

  private func holdsSign(_ phrase: String) -> Bool {
    let parts = phrase.split(separator: " ")
    guard parts.count > 1, words.number(of: phrase) == nil else { return false }
    return parts.contains { part in
      guard let number = words.number(of: String(part)), case .signs(let signs) = uses[number] else { return false }
      return signs.contains { sign in Self.idle.isDisjoint(with: sign.values.keys) }
    }
  }

  /// Groups of words that hold others together: to, by, before.
  private static let idle: Set = ["lead", "passive", "when", "bound", "origin"]
}
