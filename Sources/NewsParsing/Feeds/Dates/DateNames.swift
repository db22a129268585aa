/// The words of dates, in small letters.
enum DateNames {
  /// The month that a word means, which may be cut to its first three letters.
  static func month(_ word: String) -> Int? {
    months[word] ?? (word.utf8.count > 3 ? english[String(word.prefix(3))] : nil)
  }

  private static let english: [String: Int] = numbered("jan feb mar apr may jun jul aug sep oct nov dec")

  /// Names that a cut to three letters would not tell, by language.
  private static let months: [String: Int] = {
    var table = english
    let lists = [
      // Greek, Hungarian
      "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ", "ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ",
      "Ιαν Φεβ Μαρ Απρ Μαι Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ", "Ιαν Φεβ Μάώ Απρ Μάι Ιούν Ιούλ Αύγ Σεπ Οκτ Νοέ Δεκ",
      "Ιαν Φεβ Μάρ Απρ Μαϊ Ιον Ιολ Αυγ Σεπτ Οκτ Νον Δεκ",
      "január február március április május június július augusztus szeptember október november december",
      "januári februári március ápr máj jún júl aug szept okt nov dec",
      // German, French, Spanish, Italian, Portuguese, Dutch, Russian, Polish
      "januar februar märz april mai juni juli august september oktober november dezember",
      "jän feb mär apr mai jun jul aug sep okt nov dez",
      "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
      "janv fév mars avr mai juin juil août sept oct nov déc",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "ene feb mar abr may jun jul ago sep oct nov dic",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "gen feb mar apr mag giu lug ago set ott nov dic",
      "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
      "jan fev mar abr mai jun jul ago set out nov dez",
      "januari februari maart april mei juni juli augustus september oktober november december",
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      "янв фев мар апр май июн июл авг сен окт ноя дек",
      "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    ]
    for list in lists { table.merge(numbered(list)) { first, _ in first } }
    return table
  }()

  private static func numbered(_ list: String) -> [String: Int] {
    var table: [String: Int] = [:]
    for (index, word) in list.split(separator: " ").enumerated() { table[String(word)] = index + 1 }
    return table
  }

  /// Words of the half of a day: true for the second.
  static let halves: [String: Bool] = [
    "am": false, "pm": true, "오전": false, "오후": true, "上午": false, "下午": true, "午前": false, "午後": true,
    "πμ": false, "μμ": true,
  ]

  /// RFC 822, 5.1, with its military letters as RFC 1123 corrects them, and others that are met.
  static let zones: [String: WrittenZone] = {
    var table: [String: WrittenZone] = ["cst": .central]
    let hours: [(Double, String)] = [
      (0, "z ut utc gmt wet uct"), (-3, "adt brt art"), (-4, "ast at edt"), (-5, "est et cdt"), (-6, "ct mdt"),
      (-7, "mst mt pdt"), (-8, "pst pt akdt"), (-9, "akst"), (-10, "hst"), (-2.5, "ndt"), (-3.5, "nst"),
      (1, "cet met bst n"), (2, "cest mest eet mesz sast"), (3, "eest msk"), (4, "msd"), (8, "hkt sgt awst"),
      (9, "jst kst"), (10, "aest"), (11, "aedt"), (12, "nzst y"), (13, "nzdt"), (5.5, "ist"),
      (-1, "a"), (-12, "m"),
    ]
    for (offset, names) in hours {
      for name in names.split(separator: " ") { table[String(name)] = .offset(Int(offset * 3_600)) }
    }
    return table
  }()
}
