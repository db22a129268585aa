internal import SeededRandom

/// Reporters and people who are quoted, and where they are.
enum People {
  static let surnames = characters("王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎")
  static let givenNames = characters("伟芳敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建文辉力宇欣浩然晨曦思远嘉宁雨桐子涵一诺博雅致清")

  static let places =
    """
    北京 上海 广州 深圳 杭州 成都 重庆 武汉 南京 天津 苏州 西安 长沙 沈阳 青岛 郑州 大连 东莞 宁波 厦门 福州 无锡 合肥 昆明 哈尔滨 济南 佛山 长春 \
    温州 石家庄 南宁 常州 泉州 南昌 贵阳 太原 烟台 嘉兴 南通 金华 珠海 惠州 徐州 海口 乌鲁木齐 绍兴 中山 台州 兰州 香港 纽约 伦敦 东京 新加坡 法兰克福
    """.split(separator: " ").map(String.init)

  static let englishPlaces = [
    "SHANGHAI", "HONG KONG", "BEIJING", "LONDON", "NEW YORK", "SINGAPORE", "TOKYO", "SHENZHEN",
  ]

  private static func characters(_ text: String) -> [String] { text.unicodeScalars.map { String($0) } }

  static func write(_ random: inout SeededGenerator, to text: inout TextBuffer) {
    text.append(surnames[random.below(surnames.count)])
    for _ in 0...random.below(2) { text.append(givenNames[random.below(givenNames.count)]) }
  }
}
