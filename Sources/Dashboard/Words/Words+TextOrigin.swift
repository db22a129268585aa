import NewsModel

extension Words {
  /// Whose text the reader shows; nil where there is nothing to say.
  func textOrigin(_ origin: TextOrigin) -> String? {
    switch origin {
    case .own: nil
    case .page: text("以上为网页全文。", "This is the text of its page.")
    case .pagePending(nil): text("以上为订阅源的文字，网页全文待抓取。", "This is the feed's text; the page is still to be fetched.")
    case .pagePending:
      text("以上为订阅源的文字；网页抓取失败，稍后再试。", "This is the feed's text; the page could not be fetched and is tried again later.")
    case .pageMissing: text("以上为订阅源的文字；网页无法取得。", "This is the feed's text; its page could not be had.")
    }
  }
}
