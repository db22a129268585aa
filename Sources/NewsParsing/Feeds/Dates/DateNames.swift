import Foundation

/// The words of dates, in small letters.
enum DateNames {
  /// The month that a word means, which may be cut to its first three letters.
  static func month(_ word: String) -> Int? {
    if let month = months[word] { return month }
    guard let first = word.utf8.first, word.utf8.count > 3 else { return nil }
    // Only the letters of ASCII are small already.
    return first < 0x80 ? english[String(word.prefix(3))] : months[word.lowercased()]
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
      "janv févr mars avr mai juin juil août sept oct nov déc",
      "jan fév mar avr mai juin juil aoû sep oct nov déc",
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
    "am": false, "pm": true, "πμ": false, "μμ": true,
  ]

  /// The same where words are written together.
  private static let joinedHalves: [(word: String, isSecond: Bool)] = [
    ("오전", false), ("오후", true), ("上午", false), ("下午", true), ("午前", false), ("午後", true), ("凌晨", false), ("早上", false),
    ("中午", true), ("傍晚", true), ("晚上", true), ("晚间", true), ("晚間", true),
  ]

  /// The half that a run of such words names.
  static func half(in words: Substring) -> Bool? { joinedHalves.first { words.hasSuffix($0.word) }?.isSecond }

  /// What a number counts, by the sign behind it.
  enum Unit { case year, month, day }
  enum ClockUnit { case hour, minute, second }

  static let units: [Unicode.Scalar: Unit] = [
    "年": .year, "년": .year, "月": .month, "월": .month, "日": .day, "号": .day, "號": .day, "일": .day,
  ]

  /// The same of times, as bytes: they are looked for behind every short number.
  static let clockParts: [(sign: [UInt8], unit: ClockUnit)] = [
    ("时", .hour), ("時", .hour), ("点", .hour), ("點", .hour), ("시", .hour), ("分", .minute), ("분", .minute),
    ("秒", .second), ("초", .second),
  ].map { (Array(($0 as String).utf8), $1 as ClockUnit) }

  /// How many years the years of an era lie behind the common ones.
  static func era(endingIn words: Substring) -> Int? { eras.first { words.hasSuffix($0.name) }?.years }

  private static let eras: [(name: String, years: Int)] = [
    ("民國", 1_911), ("民国", 1_911), ("令和", 2_018), ("平成", 1_988), ("昭和", 1_925),
  ]

  /// RFC 822, 5.1, with its military letters as RFC 1123 corrects them, and others that are met.
  static let zones: [String: WrittenZone] = {
    var table: [String: WrittenZone] = ["cst": .central]
    let hours: [(Double, String)] = [
      (0, "z ut utc gmt wet uct"), (-3, "adt brt art"), (-4, "ast at edt"), (-5, "est cdt"), (-6, "mdt"),
      (-7, "mst pdt"), (-8, "pst akdt"), (-9, "akst"), (-10, "hst"), (-2.5, "ndt"), (-3.5, "nst"),
      (1, "cet met bst n"), (2, "cest mest eet mesz sast"), (3, "eest msk"), (4, "msd"), (8, "hkt sgt awst"),
      (9, "jst kst"), (10, "aest"), (11, "aedt"), (12, "nzst y"), (13, "nzdt"), (5.5, "ist"),
      (-1, "a"), (-12, "m"),
    ]
    for (offset, names) in hours {
      for name in names.split(separator: " ") { table[String(name)] = .offset(Int(offset * 3_600)) }
    }
    for name in ["北京时间", "北京時間"] { table[name] = .offset(8 * 3_600) }
    // Summer time or not, as the day has it.
    let places = [
      ("et", "America/New_York", -5), ("ct", "America/Chicago", -6), ("mt", "America/Denver", -7),
      ("pt", "America/Los_Angeles", -8),
    ]
    for (name, place, hours) in places {
      table[name] = TimeZone(identifier: place).map(WrittenZone.named) ?? .offset(hours * 3_600)
    }
    return table
  }()
}
