import Markup

/// What an element's `class`, `id` and `role` say about its part in a page, in the words that web designers share.
///
/// A hint is only one voice: how much it weighs against the text that an element holds is `BoilerplateWeighing`'s to say. Those
/// from `slight` on speak against an element, the later the more.
enum PageHint: UInt8, Comparable {
  /// The article or a part of it.
  case content
  /// In whose account it stands.
  case account
  /// Who wrote it.
  case author
  /// Whom it comes from.
  case source
  /// The note of a picture.
  case caption
  /// A word that speaks of boilerplate, and as often of something else: `field-label-hidden`, `print-area`, `tag-bank`.
  case slight
  /// A word of boilerplate before one that is not known: `sidebar-position`, `comments-open`.
  case loose
  /// A part of the page's frame: side bars, menus, the foot.
  case frame
  /// What is not the article's: comments, teasers, advertisements, notices.
  case foreign

  static func < (a: PageHint, b: PageHint) -> Bool { a.rawValue < b.rawValue }

  var isBoilerplate: Bool { self >= .slight }

  /// What the names in the value of an attribute say; nil for most.
  ///
  /// A name beside that says "content" takes a part of the weight from one that speaks of boilerplate:
  /// `content sidebar-right` is a text with something to its right.
  static func of(_ value: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> PageHint? {
    var found: PageHint?
    var isContent = false
    var name = NameReading()
    var words = PageWords.Letters()
    var previousWasSmall = false
    func endName() {
      if let hint = name.hint {
        isContent = isContent || hint == .content
        found = max(found, hint)
      }
      name = NameReading()
    }
    for index in value {
      let byte = bytes[index]
      let isSmall = (0x61...0x7a).contains(byte)
      let isLarge = (0x41...0x5a).contains(byte)
      if words.count > 0, !isSmall && !isLarge || isLarge && previousWasSmall { name.take(words.end()) }
      if isSmall || isLarge { words.append(byte) } else if byte <= 0x20 { endName() }
      previousWasSmall = isSmall
    }
    if words.count > 0 { name.take(words.end()) }
    endName()
    guard let found, isContent else { return found }
    return found.besideContent
  }

  private static func max(_ a: PageHint?, _ b: PageHint) -> PageHint {
    guard let a else { return b }
    return a < b ? b : a
  }

  /// What is left of the hint beside a name that says "content".
  private var besideContent: PageHint {
    switch self {
    case .content, .account, .author, .source, .caption, .slight: self
    case .loose: .slight
    case .frame, .foreign: .loose
    }
  }
}

extension PageHint {
  /// What the words of one name say together.
  private struct NameReading {
    private var strongest: PageHint?
    private var hasContent = false
    private var hasUnknown = false
    private var endsWithBoilerplate = false
    private var isNegated = false
    private var isTerm = false
    private var count = 0

    mutating func take(_ meaning: PageWords.Meaning?) {
      count += 1
      guard !isNegated else { return }
      switch meaning {
      case .negation: isNegated = true
      case .neutral: break
      case .term:
        // What follows is a word of the site's own: `tag-bank`, `category-popular`.
        isTerm = isTerm || count == 1
        note(.slight)
      case .hint(.content): hasContent = true
      case .hint(let hint): note(hint)
      case nil:
        hasUnknown = true
        endsWithBoilerplate = false
      }
    }

    private mutating func note(_ hint: PageHint) {
      strongest = PageHint.max(strongest, hint)
      endsWithBoilerplate = hint.isBoilerplate
    }

    /// Words of boilerplate weigh in full where the name ends with one, or has no others but known ones: `site-footer`,
    /// `related-posts`.
    var hint: PageHint? {
      guard let strongest else { return hasContent ? .content : nil }
      // Alone it means what it says: `class="hidden"`.
      guard strongest > .slight else { return strongest == .slight && count == 1 && !isTerm ? .loose : strongest }
      if isTerm { return count > 1 ? nil : .slight }
      return hasUnknown && !endsWithBoilerplate ? .loose : strongest
    }
  }
}
