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
