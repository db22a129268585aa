import TextScanning

/// Recognises the line that opens the comments of a page, or the form in which they are written.
enum CommentMark {
  /// Whether a short line consists of the words that stand there and nowhere else: `网友评论`, `我要跟帖`, `登录并发贴`, `Leave a reply`.
  static func matches(_ line: Substring) -> Bool {
    guard line.fits(longest), let (_, rest) = openings.match(line.trimmed(of: marks)) else { return false }
    return isNoSentence(line) && isTail(rest)
  }

  /// Whether a line is only the word for comments, and how many there are: above the first of them it opens them.
  static func isBareHeading(_ line: Substring) -> Bool {
    guard line.fits(longestBare) else { return false }
    let word = line.unicodeScalars.filter { !$0.isASCIIDigit && !$0.isBlank && !marks.contains($0) }
    return bareHeadings.contains(String(String.UnicodeScalarView(word)).lowercased())
  }

  /// Whether a line holds nothing but the buttons below a comment, and one to answer among them: `回复 赞(3)`.
  static func answers(_ line: Substring) -> Bool {
    guard line.fits(longest) else { return false }
    var hasAnswer = false
    var rest = line.trimmed(of: numbers)
    while let (isAnswer, next) = buttons.match(rest) {
      hasAnswer = hasAnswer || isAnswer
      rest = next.trimmed(of: numbers)
    }
    return rest.isEmpty && hasAnswer
  }

  private static let longest = 44
  private static let longestBare = 20
  private static let bareHeadings: Set<String> = [
    "评论", "条评论", "评论条", "讨论", "留言", "跟帖", "跟贴", "回复", "comments", "comment", "discussion",
  ]
  private static let numbers = marks.union(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "k", "万"])
  private static let buttons = KeywordTable<Bool>([
    (true, "回复,盖楼,引用,反对,回应,Reply,Quote"),
    (false, "赞,点赞,踩,顶,举报,分享,支持,有用,喜欢,楼,条,Like,Likes,Dislike,Report,Share,Upvote,Permalink"),
  ])

  private static func isNoSentence(_ line: Substring) -> Bool {
    !line.contains(anyOf: ["。", "？", "?"])
  }

  /// What may follow: a number, further buttons, the words for them.
  private static func isTail(_ rest: Substring) -> Bool {
    let rest = rest.trimmed(of: marks)
    guard let first = rest.unicodeScalars.first else { return true }
    return first.isASCIIDigit || words.match(rest) != nil
  }

  private static let marks: ScalarSet = [
    "|", "｜", "·", "•", "#", "*", "(", ")", "（", "）", "[", "]", "【", "】", ":", "：", "-", ">", "<", "+", "/", "，", ",",
    "!", "！",
  ]

  private static let openings = KeywordTable<Void>([
    (
      (),
      "网友评论,网友跟贴,网友跟帖,网友留言,用户评论,热门评论,最热评论,最新评论,精彩评论,全部评论,全部跟贴,全部跟帖,热门跟贴,热门跟帖,最新跟贴,最新跟帖,"
        + "评论列表,评论区,写评论,我要评论,我要跟帖,我要跟贴,我来说两句,我有话说,发表评论,发表我的评论,发表跟帖,发表跟贴,发表回复,发贴,发帖,跟贴,跟帖,参与讨论,"
        + "登录并发贴,登录并发帖,登录发贴,登录后评论,文明上网,目前没有热门跟贴,目前没有跟贴,网友讨论,留言板,"
        + "Leave a reply,Leave a comment,Post a comment,Add a comment,Join the conversation,Join the discussion,View comments"
    )
  ])
  private static let words = KeywordTable<Void>([
    (
      (),
      "条,人,参与,登录,注册,立即,还没有,已有,共,查看,请,文明,不传,欢迎,发表,评论,跟贴,跟帖,管理,举报,自律,发贴,提交,回复,取消,you,cancel"
    )
  ])
}
