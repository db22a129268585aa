import NewsModel
import TextBasics
import Widgets

/// What lies over the panes and gets the keys first.
enum Overlay: Sendable {
  case picker(Picker)
  case prompt(PromptState)
  case confirmation(Confirmation)
}

/// A line of text being typed in the place of the key hints.
struct PromptState: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case command
    case findInReader
    /// Narrows the feed as it is typed; holds the filter and the selection to which Esc returns.
    case narrowFeed(FilterStep)
    /// The filter as a query; the list follows every text that means something.
    case editFilter(FilterStep)
    case since
    case until
  }

  /// What Tab goes round in: the names that complete `stem`, the text before the first of them was put in.
  struct Completion: Sendable, Hashable {
    var stem: String
    var index: Int
  }

  var kind: Kind
  var field = TextField()
  /// What is wrong with the text as it stands.
  var mistake: QueryError?
  /// Set while Tab steps through the names; typing ends it.
  var completion: Completion?

  /// What stands before the text.
  func label(_ words: Words) -> SafeText {
    switch kind {
    case .command: ":"
    case .findInReader, .narrowFeed: "/"
    case .editFilter: SafeText(words.text("筛选：", "filter: "))
    case .since: SafeText(words.text("起始日期：", "since: "))
    case .until: SafeText(words.text("截止日期：", "until: "))
    }
  }
}

/// A question that is answered by y or n.
struct Confirmation: Sendable, Hashable {
  var question: String
  var query: Query
}
