/// Recognises the line that opens the comments of a page, or the form in which they are written.
enum CommentMark {
  /// Whether a short line consists of the words that stand there and nowhere else: `网友评论`, `我要跟帖`, `登录并发贴`, `Leave a reply`.
  static func matches(_ line: Substring) -> Bool {
    guard line.fits(longest), let (_, rest) = openings.match(line.trimmed(of: marks)) else { return false }
    return isNoSentence(line) && isTail(rest)
  }

  private static let longest = 44

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
