import Foundation

/// The words of dates, in English and Chinese, as bytes.
package enum DateWords {
  /// Seconds ahead of UTC of zone names that mean one thing; CST is not among them.
  static let offsets: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "est": -18_000, "edt": -14_400, "cdt": -18_000, "mst": -25_200, "mdt": -21_600,
    "pst": -28_800, "pdt": -25_200, "bst": 3_600, "cet": 3_600, "cest": 7_200, "hkt": 28_800, "sgt": 28_800,
    "jst": 32_400, "kst": 32_400,
  ]

  static let padding: Set<String> = {
    var words: Set<String> = [
      "cst", "et", "beijing time", "北京时间", "published", "published on", "posted", "posted on", "on", "updated",
      "last updated", "发布", "发表", "发布于", "发表于", "更新", "更新于", "来源", "日期", "时间", "am", "pm",
      "原创", "转载", "uhr",
    ]
    for day in ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] { words.insert(day) }
    for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] { words.insert(day) }
    for day in ["一", "二", "三", "四", "五", "六", "日", "天"] { words.formUnion(["星期" + day, "周" + day]) }
    return words
  }()

  /// Twelve hours are added to hours below twelve after these.
  static let afternoon = ["下午", "晚上", "晚间", "傍晚", "中午", "夜间", "晚"].map { Array($0.utf8) }
  static let forenoon = ["上午", "早上", "凌晨", "清晨", "早间", "早晨", "早"].map { Array($0.utf8) }
  /// May stand between a date and its time.
  static let between =
    [
      "北京时间", "星期", "周", "发布", "at", "(", ")", "（", "）", ",", "，", "|", "｜", "·", "T", "t", "一", "二", "三", "四", "五",
      "六", "日", "天", "um ", "à ", "a las ", "alle ore ", "alle ", "ore ", "kl. ", "в ", "г.", "года", "- ", "– ",
    ]
    .map { Array($0.utf8) }
}

/// The words of dates, in small letters.
enum DateNames {
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
