import Foundation

/// The words of dates, for all that is dated: pages, where a word may be one of the text, take those that mean one thing; feeds
/// take all. In small letters.
package enum DateWords {
  /// Seconds ahead of UTC of zone names that mean one thing in a text; CST is not among them.
  static let offsets: [String: Int] = [
    "z": 0, "utc": 0, "gmt": 0, "est": -18_000, "edt": -14_400, "cdt": -18_000, "mst": -25_200, "mdt": -21_600,
    "pst": -28_800, "pdt": -25_200, "bst": 3_600, "cet": 3_600, "cest": 7_200, "hkt": 28_800, "sgt": 28_800,
    "jst": 32_400, "kst": 32_400,
  ]

  /// All zone names: RFC 822, 5.1, with its military letters as RFC 1123 corrects them, and others that are met.
  static let zones: [String: WrittenZone] = {
    var table = offsets.mapValues { WrittenZone.offset($0) }
    table["cst"] = .central
    let hours: [(Double, String)] = [
      (0, "ut wet uct"), (-3, "adt brt art"), (-4, "ast at"), (-8, "akdt"), (-9, "akst"), (-10, "hst"), (-2.5, "ndt"),
      (-3.5, "nst"), (1, "met n"), (2, "mest eet mesz sast"), (3, "eest msk"), (4, "msd"), (8, "awst"), (10, "aest"),
      (11, "aedt"), (12, "nzst y"), (13, "nzdt"), (5.5, "ist"), (-1, "a"), (-12, "m"),
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

  /// What may stand around a date and says nothing of it.
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

  /// May stand between a date and its time.
  static let between =
    [
      "北京时间", "星期", "周", "发布", "at", "(", ")", "（", "）", ",", "，", "|", "｜", "·", "T", "t", "一", "二", "三", "四", "五",
      "六", "日", "天", "um ", "à ", "a las ", "alle ore ", "alle ", "ore ", "kl. ", "в ", "г.", "года", "- ", "– ",
    ]
    .map { Array($0.utf8) }
}

// MARK: - Halves of the day

extension DateWords {
  enum HalfOfDay { case forenoon, afternoon }

  /// Words written together with what stands beside them, longer ones before their endings; twelve hours are added to hours below
  /// twelve after those of the afternoon.
  static let halves: [(word: [UInt8], half: HalfOfDay)] = {
    let forenoon = ["上午", "早上", "凌晨", "清晨", "早间", "早間", "早晨", "早", "午前", "오전"]
    let afternoon = ["下午", "晚上", "晚间", "晚間", "傍晚", "中午", "夜间", "夜間", "晚", "午後", "午后", "오후"]
    return forenoon.map { (Array($0.utf8), .forenoon) } + afternoon.map { (Array($0.utf8), .afternoon) }
  }()

  /// The half that a run of such words names at its end.
  static func half(endingIn words: Substring) -> HalfOfDay? {
    halves.first { words.utf8.reversed().starts(with: $0.word.reversed()) }?.half
  }

  /// The half that a word of its own names.
  static func half(named word: String) -> HalfOfDay? {
    switch word {
    case "am", "πμ": .forenoon
    case "pm", "μμ": .afternoon
    default: nil
    }
  }
}

// MARK: - Units

extension DateWords {
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
}
