/// Where a name tells who took a picture or printed a text, which says nothing of the company: `图片来源：视觉中国`, `视觉中国 资料图`.
struct CompanyCredits {
  private static let before = AnchoredWords<Void>(lists: [
    (
      "来源:,来源: ,来源/,图源:,图源: ,图:,图/,供图:,供图/,摄影:,摄影/,制图:,via ,photo:,photo: ,source:,source: ",
      ()
    )
  ])
  private static let behind = AnchoredWords<Void>(lists: [
    ("资料图, 资料图,供图, 供图,/供图,图片,/图, 图), 图\n,配图,制图, 摄", ())
  ])

  static func isCredit(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    var isCredit = false
    before.forEachWord(in: bytes, endingAt: name.lowerBound, after: 0) { isCredit = true }
    behind.forEachWord(in: bytes, at: name.upperBound, before: bytes.count) { isCredit = true }
    return isCredit
  }
}
