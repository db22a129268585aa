/// Kinds of what people search for, which cost an index different amounts of work.
public enum QueryClass: String, CaseIterable, Sendable {
  case oneCharacter = "1 character"
  case twoCharacters = "2 characters"
  case threeToFour = "3–4 characters"
  case fiveToEight = "5–8 characters"
  case englishWord = "English word"
  case companyName = "company name"
  /// Latin letters or digits beside Han characters: A股, 6月15日, 5G手机.
  case mixed

  /// How many Han characters in a row a query of the class has; nil for the classes of another kind.
  var hanLength: ClosedRange<Int>? {
    switch self {
    case .oneCharacter: 1...1
    case .twoCharacters: 2...2
    case .threeToFour: 3...4
    case .fiveToEight: 5...8
    case .englishWord, .companyName, .mixed: nil
    }
  }
}

extension Unicode.Scalar {
  var isHan: Bool { (0x4E00...0x9FFF).contains(value) }

  var isLatinOrDigit: Bool {
    ("a"..."z").contains(self) || ("A"..."Z").contains(self) || ("0"..."9").contains(self)
  }
}
