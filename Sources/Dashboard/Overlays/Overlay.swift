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
    case since
    case until
  }

  /// What Tab goes round in: the names that begin with `stem`.
  struct Completion: Sendable, Hashable {
    var stem: String
    var index: Int
  }

  var kind: Kind
  var field = TextField()
  /// Set while Tab steps through the names; typing ends it.
  var completion: Completion?

  /// What stands before the text.
  func label(_ words: Words) -> SafeText {
    switch kind {
    case .command: ":"
    case .findInReader, .narrowFeed: "/"
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
