import TextScanning

/// A year that a page names without a day, by which a date without a year can be guessed.
package enum NamedYear {
  /// The latest year in the headline, else the last year of a notice of copyright, else the latest that the text names, up to
  /// `latest`. Linear.
  package static func find(headline: Substring, text: Substring, upTo latest: Int) -> Int? {
    years(in: headline).filter { $0 <= latest }.max() ?? copyright(in: text, upTo: latest)
      ?? years(in: text, before: "年").filter { $0 <= latest }.max()
  }

  private static let signs = ["©", "Copyright", "copyright"]

  private static func copyright(in text: Substring, upTo latest: Int) -> Int? {
    for sign in signs {
      guard let found = text.range(ofBytes: sign) else { continue }
      let notice = Substring(text[found.upperBound...].unicodeScalars.prefix(reach).prefix { $0 != "\n" })
      if let year = years(in: notice).filter({ $0 <= latest }).max() { return year }
    }
    return nil
  }

  /// How far behind the sign of a notice its years stand.
  private static let reach = 40

  /// The numbers of four digits from 1990 to 2099, each one by itself; where `unit` is given, those that it follows.
  private static func years(in text: Substring, before unit: String = "") -> [Int] {
    var years: [Int] = []
    var number = 0
    var digits = 0
    var rest = text.utf8[...]
    while true {
      let byte = rest.first
      if let byte, byte.isDigit {
        number = number &* 10 &+ Int(byte & 15)
        digits += 1
      } else {
        if digits == 4, (1990...2099).contains(number), rest.starts(with: unit.utf8) { years.append(number) }
        (number, digits) = (0, 0)
      }
      guard byte != nil else { return years }
      rest = rest.dropFirst()
    }
  }
}
