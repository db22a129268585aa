import ArticleFields
import TextScanning

/// Recognises what pages count below and above an article: `57人参与`, `跟贴 1199`, `2819阅读`, `1/2`, a bare number.
enum ReaderCount {
  /// Whether a line is nothing but numbers and what they count.
  static func matches(_ line: Substring) -> Bool {
    guard line.utf8.count <= longest, line.unicodeScalars.contains(where: \.isASCIIDigit) else { return false }
    var rest = line.trimmed(of: marks)
    while !rest.isEmpty {
      guard let next = dropNumber(of: rest) ?? units.match(rest)?.rest else { return false }
      rest = next.trimmed(of: marks)
    }
    // A date is nothing but numbers and units, too.
    return DateParsing.whole(line) == nil
  }

  private static let longest = 80

  /// A number of readers has no unit of money, and no point but in `1.2万`.
  private static func dropNumber(of text: Substring) -> Substring? {
    let scalars = text.unicodeScalars
    guard scalars.first?.isASCIIDigit ?? false else { return nil }
    return Substring(scalars.drop { $0.isASCIIDigit || $0 == "," || $0 == "." })
  }

  private static let marks: ScalarSet = [
    "|", "｜", "丨", "·", "•", "⋅", "/", ":", "：", "(", ")", "（", "）", "[", "]", "【", "】", "+", "*", ",", "，", "-", ">",
    "<",
  ]

  private static let units = KeywordTable<Void>([
    (
      (),
      "万,亿,千,次,条,人,个,篇,赞,阅读,阅读量,阅读数,浏览,浏览量,浏览次数,点击,点击量,点击数,评论,条评论,人评论,跟贴,跟帖,参与,人参与,网友评论,回复,回帖,"
        + "转发,分享,收藏,推荐,点赞,人点赞,喜欢,热度,人气,顶,踩,粉丝,关注,播放,次播放,字,分钟,图,张图,P,"
        + "views,view,reads,comments,comment,likes,shares,k,w,min read"
    )
  ])
}
