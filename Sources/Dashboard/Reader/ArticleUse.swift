import NewsModel
import TextBasics
import WebAddresses
import Wording

/// What is done with an article that needs more of it than its headline, wherever it is listed.
enum ArticleUse: Hashable, Sendable {
  /// Opens its page in the browser.
  case openPage
  case copyLink
  /// Lists the links of its text, by their numbers there: typing one selects it.
  case offerLinks
  /// Lists what is related to it.
  case offerRelated
}

/// An article that is not on show, to do something with it.
struct ArticleUseRequest: Request {
  static let slot = RequestSlot.articleUse
  let key: ArticleKey
  /// As of when; nil for now.
  let moment: Timestamp?
  let use: ArticleUse

  func response(from library: some Library) throws -> Article? { try library.article(key, asOf: moment) }

  func event(for article: Article?) -> DashboardEvent { .reader(.readToUse(article, use)) }
}

extension Article {
  /// What comes of it; a message where the article has no such thing.
  func outcomes(of use: ArticleUse, _ presentation: Presentation) -> [Outcome] {
    let words = presentation.words
    func tell(_ text: String) -> [Outcome] { [.notify(SafeText(text), isError: false)] }
    switch use {
    case .openPage: return self.url.map { [.effect(.openInBrowser($0))] } ?? tell(words.noLink)
    case .copyLink:
      let notice = SafeText(words.linkCopied)
      return self.url.map { [.effect(.copy(SafeText($0), notice: notice))] } ?? tell(words.noLink)
    case .offerLinks:
      guard !links.isEmpty else { return tell(words.noLinks) }
      return [.present(.picker(Picker(.links, title: words(Command.links.title), items: linkItems)))]
    case .offerRelated:
      let items = relatedItems(presentation)
      guard !items.isEmpty else { return tell(words.noRelated) }
      return [.present(.picker(Picker(.related, title: words(Command.related.title), items: items)))]
    }
  }

  private var linkItems: [Picker.Item] {
    links.enumerated().map { index, link in
      Picker.Item(
        text: LinkNumbers.label(index) + " " + (link.text.isEmpty ? link.address : link.text),
        detail: link.text.isEmpty ? "" : WebAddress.site(of: link.address), keywords: link.address,
        value: .link(link.address))
    }
  }

  private func relatedItems(_ presentation: Presentation) -> [Picker.Item] {
    related.filter { !$0.item.isSelf }.map { entry in
      Picker.Item(
        text: entry.item.title,
        detail: entry.item.published.map { CivilTime($0, in: presentation.zone).monthAndDay } ?? "",
        value: .article(entry.key))
    }
  }
}
