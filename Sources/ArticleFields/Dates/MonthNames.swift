/// The names of months, one table for all that is dated: pages take the languages whose words they may hold, feeds take all.
enum MonthNames {
  /// The month that an English name or its abbreviation means; nil for other words.
  ///
  /// - Parameter word: In small letters, of at least three.
  static func english(_ word: String) -> Int? {
    guard word.utf8.count >= 3 else { return nil }
    return englishNames.firstIndex { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }.map { $0 + 1 }
  }

  /// The month that a whole word means in a language of Europe beside English, in any case; nil for other words.
  static func european(_ word: Substring) -> Int? {
    guard (3...longest).contains(word.utf8.count) else { return nil }
    return europeanNames[word.lowercased()]
  }

  /// The month that a word means in any language; English and others in ASCII may go on behind three letters of a name.
  static func any(_ word: String) -> Int? {
    if let month = allNames[word] { return month }
    guard let first = word.utf8.first, word.utf8.count > 3 else { return nil }
    // Only the letters of ASCII are small already.
    return first < 0x80 ? cutNames[String(word.prefix(3))] : allNames[word.lowercased()]
  }

  /// In bytes: the longest name in Cyrillic letters.
  static let longest = 20

  private static let englishNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static let cutNames = Dictionary(
    uniqueKeysWithValues: englishNames.enumerated().map { (String($1.prefix(3)), $0 + 1) })

  private static let europeanNames: [String: Int] = {
    // A line a month: German, French, Spanish, Italian, Portuguese, Dutch, Russian (as in "8 мая", and alone), Polish.
    let months = [
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
    for (index, names) in months.enumerated() {
      for name in names.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  private static let allNames: [String: Int] = {
    // A line a year: what is above comes first where two languages share a word.
    let years = [
      // Greek, Hungarian
      "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ", "ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ",
      "Ιαν Φεβ Μαρ Απρ Μαι Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ", "Ιαν Φεβ Μάώ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ",
      "Ιαν Φεβ Μάρ Απρ Μαϊ Ιον Ιολ Αυγ Σεπτ Οκτ Νον Δεκ",
      "január február március április május június július augusztus szeptember október november december",
      "januári februári március ápr máj jún júl aug szept okt nov dec",
      // Abbreviations of German, French and Polish that mean nothing within a text
      "jän feb mär apr mai jun jul aug sep okt nov dez", "jan fév mar avr mai juin juil aoû sep oct nov déc",
      "sty lut mar kwi maj cze lip sie wrz paź lis gru",
      // Ukrainian, Czech, Turkish, Swedish, Danish, Indonesian
      "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
      "січ лют бер кві тра чер лип сер вер жов лис гру",
      "ledna února března dubna května června července srpna září října listopadu prosince",
      "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
      "oca şub mar nis may haz tem ağu eyl eki kas ara",
      "januari februari mars april maj juni juli augusti september oktober november december",
      "januar februar marts april maj juni juli august september oktober november december",
      "januari februari maret april mei juni juli agustus september oktober november desember",
      // Chinese and Japanese
      "一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月",
    ]
    var table = cutNames.merging(europeanNames) { first, _ in first }
    for year in years {
      for (index, name) in year.split(separator: " ").enumerated() where table[String(name)] == nil {
        table[String(name)] = index + 1
      }
    }
    return table
  }()
}
