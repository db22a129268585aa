import TextBasics

/// Tells places, offices, schools, teams, branches of banks and persons from the companies whose names they hold: 茅台农商行, 平安县,
/// 阿里·汗, 记者王吉利.
struct OtherBodies: Sendable {
  /// In bytes: a longer name is hardly that of a place or of a person.
  private static let longestName = 12
  private static let longestNameOfHospital = 6
  private static let lengthOfGivenName = 6

  private enum Kind { case body, hospital, branch, none }

  private let following: WordMatcher
  private let kinds: [Kind]
  private let persons: [[UInt8]]
  private let titles: [[UInt8]]
  private let familyNames: Set<UInt32>

  init() {
    var matcher = WordMatcher(capacity: 256)
    var kinds: [Kind] = []
    for (list, kind) in [
      (CompanySignWords.otherBody, Kind.body), (CompanySignWords.branch, .branch), (CompanySignWords.goesOn, .none),
    ] {
      for word in list.parts(",") where matcher.add(String(word)) == kinds.count {
        kinds.append(word == "医院" ? .hospital : kind)
      }
    }
    following = matcher
    self.kinds = kinds
    persons = CompanySignWords.persons.parts(",").map { Array($0.utf8) }
    titles = CompanySignWords.titles.parts(",").map { Array($0.utf8) }
    familyNames = Set(KeywordWords.familyNames.unicodeScalars.map(\.value)).subtracting(
      CompanySignWords.noFamily.unicodeScalars.map(\.value))
  }

  /// Whether the word behind a name makes it the name of another body: 茅台镇. The longest word decides, so that 万科市值 is none.
  func hold(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    // "福特"号 is a ship.
    if bytes.stands("\"号", at: name.upperBound) { return true }
    guard name.count <= Self.longestName, bytes[name.lowerBound] >= 0xE0,
      let word = following.longestMatch(in: bytes, at: name.upperBound)
    else { return false }
    switch kinds[word.word] {
    case .body: return name.count > 6 ? word.range.count > 3 : true
    case .hospital: return name.count <= Self.longestNameOfHospital
    // 招商银行支行 is that bank's.
    case .branch: return !bytes.stands("行", before: name.upperBound)
    case .none: return false
    }
  }

  /// Whether the name is a part of a person's: beside a dot, behind what only persons are, or behind a family name that begins a clause
  /// or follows a title.
  func isPerson(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    guard bytes[name.lowerBound] >= 0xE0, name.count <= 9 else { return false }
    if bytes.stands("·", at: name.upperBound) || bytes.stands("·", before: name.lowerBound) { return true }
    guard name.count == Self.lengthOfGivenName else { return false }
    if persons.contains(where: { bytes.stands($0, before: name.lowerBound) }) { return true }
    let family = name.lowerBound - 3
    guard family >= 0, let scalar = NumeralSign.scalar(bytes, family, name.lowerBound), familyNames.contains(scalar)
    else { return false }
    return beginsClause(family, in: bytes) || (persons + titles).contains { bytes.stands($0, before: family) }
  }

  private func beginsClause(_ place: Int, in bytes: [UInt8]) -> Bool {
    guard place > 0 else { return true }
    if bytes[place - 1] < 0x80 { return !bytes[place - 1].isWordByte }
    // 、 。 《 【 and the like.
    return place >= 3 && bytes[place - 3] == 0xE3 && bytes[place - 2] == 0x80
  }
}
