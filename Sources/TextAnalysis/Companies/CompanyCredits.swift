/// Where a name tells who took a picture or printed a text, which says nothing of the company: `图片来源：视觉中国`, `视觉中国 资料图`.
struct CompanyCredits {
  private static let before: [StaticString] = [
    "来源:", "来源: ", "来源/", "图源:", "图源: ", "图:", "图/", "供图:", "供图/", "摄影:", "摄影/", "制图:", "via ", "photo:", "photo: ",
    "source:", "source: ",
  ]
  private static let behind: [StaticString] = [
    "资料图", " 资料图", "供图", " 供图", "/供图", "图片", "/图", " 图)", " 图\n", "配图", "制图", " 摄",
  ]

  static func isCredit(_ name: Range<Int>, in bytes: [UInt8]) -> Bool {
    before.contains { bytes.stands($0, before: name.lowerBound) }
      || behind.contains { bytes.stands($0, at: name.upperBound) }
  }
}
