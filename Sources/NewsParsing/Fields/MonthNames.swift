/// The months in the languages of Europe beside English, in the forms that stand within dates.
enum MonthNames {
  /// The month that a whole word means, in any case; nil for other words.
  static func month(_ word: Substring) -> Int? {
    guard (3...longest).contains(word.utf8.count) else { return nil }
    return table[word.lowercased()]
  }

  /// In bytes: the longest name in Cyrillic letters.
  static let longest = 20

  private static let table: [String: Int] = {
    // German, French, Spanish, Italian, Portuguese, Dutch, Russian (as in "8 мая", and alone), Polish.
    let lists = [
      "januar jänner jan janvier janv enero ene gennaio gen janeiro januari января январь янв stycznia",
      "februar feber feb février fevrier févr fevr febrero febbraio fevereiro fev februari февраля февраль фев lutego",
      "märz maerz mär mars marzo mar março marco maart mrt марта март мар marca",
      "april apr avril avr abril abr aprile апреля апрель апр kwietnia",
      "mai mayo maggio mag maio mei мая май maja",
      "juni jun juin junio giugno giu junho июня июнь июн czerwca",
      "juli jul juillet juil julio luglio lug julho июля июль июл lipca",
      "august aug août aout agosto ago augustus августа август авг sierpnia",
      "september sept sep septembre septiembre setiembre settembre set setembro сентября сентябрь сен сент września",
      "oktober okt octobre oct octubre ottobre ott outubro out октября октябрь окт października",
      "november nov novembre noviembre novembro ноября ноябрь ноя listopada",
      "dezember dez décembre decembre déc dec diciembre dic dicembre dezembro december декабря декабрь дек grudnia",
    ]
    var table: [String: Int] = [:]
    for (index, list) in lists.enumerated() {
      for name in list.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()
}
