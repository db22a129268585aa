/// Makes a tree of the tokens of a page: knows which elements end without an end tag, which end tags mean nothing.
///
/// Follows HTML 5's section 13.2.6 as far as text and structure need it: `p`, `li`, `dt`, `dd`, `option`, rows and cells end
/// where the next one begins; an end tag of a style (`</b>`) does not end the block that it stands in. Text directly in a
/// table stays there instead of moving before it, and no element is opened twice for the style of what follows.
struct HTMLTreeBuilder {
  private var lexer: MarkupLexer
  private let limit: Int
  private(set) var nodes: [HTMLTree.Node] = []
  private(set) var isCut = false
  /// The indices of the open elements, outermost first.
  private var open: [Int32] = []
  /// How many elements with each tag are open.
  private var openCount = [Int](repeating: 0, count: Int(UInt8.max) + 1)

  /// How many open elements an end tag looks through. No page that people read comes near it, and it keeps the work linear.
  private static let reach = 256

  init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    lexer = MarkupLexer(bytes, dialect: .html)
    self.limit = limit
    nodes.reserveCapacity(min(limit, bytes.count / 24))
  }

  mutating func run() {
    while true {
      let token = lexer.next()
      guard nodes.count < limit || token.kind == .end else {
        isCut = true
        break
      }
      switch token.kind {
      case .end:
        close(downTo: 0)
        return
      case .text: append(.text, token.content)
      case .cdata: append(.verbatim, token.content)
      case .comment, .declaration, .instruction: break
      case .startTag: start(token)
      case .endTag: end(HTMLTag(lexer.bytes, token.name), token.name)
      }
    }
    close(downTo: 0)
  }

  private mutating func append(_ kind: HTMLTree.Node.Kind, _ content: Range<Int>) {
    add(kind, .other, content.lowerBound..<content.lowerBound, content)
  }

  @discardableResult
  private mutating func add(
    _ kind: HTMLTree.Node.Kind, _ tag: HTMLTag, _ name: Range<Int>, _ content: Range<Int>
  ) -> Int32 {
    let index = Int32(nodes.count)
    nodes.append(
      HTMLTree.Node(
        kind: kind, tag: tag, parent: open.last ?? -1, end: index + 1,
        name: UInt32(name.lowerBound)..<UInt32(name.upperBound),
        content: UInt32(content.lowerBound)..<UInt32(content.upperBound)))
    return index
  }

  /// Closes open elements until `depth` of them are left.
  private mutating func close(downTo depth: Int) {
    while open.count > depth, let last = open.popLast() {
      nodes[Int(last)].end = Int32(nodes.count)
      openCount[Int(nodes[Int(last)].tag.rawValue)] -= 1
    }
  }

  private func isOpen(_ tag: HTMLTag) -> Bool { openCount[Int(tag.rawValue)] > 0 }

  private func tag(at depth: Int) -> HTMLTag { nodes[Int(open[depth])].tag }
}

// MARK: - Start tags

extension HTMLTreeBuilder {
  private mutating func start(_ token: MarkupToken) {
    let tag = HTMLTag(lexer.bytes, token.name)
    switch tag {
    case .html, .body, .head:
      // A second one says nothing new.
      if isOpen(tag) { return }
      if tag == .body { closeNearest([.head]) { _ in false } }
    case .meta, .title, .link, .script, .style, .base, .noscript, .template: break
    default: if isOpen(.head) { closeNearest([.head]) { $0 == .template || $0 == .noscript } }
    }
    closeImplied(before: tag)
    let index = add(.element, tag, token.name, token.content)
    guard !tag.isVoid else { return }
    // A slash ends foreign elements only, and those in drawings and formulas are such.
    if token.isSelfClosing, tag == .svg || tag == .math || isOpen(.svg) || isOpen(.math) { return }
    open.append(index)
    openCount[Int(tag.rawValue)] += 1
  }

  /// Closes what ends where the tag begins.
  private mutating func closeImplied(before tag: HTMLTag) {
    switch tag {
    case .li: closeNearest([.li]) { $0 == .ul || $0 == .ol || $0 == .menu || $0 == .dir || Self.isScope($0) }
    case .dt, .dd: closeNearest([.dt, .dd]) { $0 == .dl || Self.isScope($0) }
    case .option: closeNearest([.option]) { $0 == .select || $0 == .optgroup || Self.isScope($0) }
    case .optgroup: closeNearest([.optgroup]) { $0 == .select || Self.isScope($0) }
    case .tr: closeNearest([.tr, .caption]) { $0 == .table || $0 == .template }
    case .td, .th: closeNearest([.td, .th]) { $0 == .tr || $0 == .table || $0 == .template }
    case .tbody, .thead, .tfoot:
      closeNearest([.tbody, .thead, .tfoot, .caption]) { $0 == .table || $0 == .template }
    case .rt, .rp: closeNearest([.rt, .rp]) { $0 == .ruby || Self.isScope($0) }
    case .a: closeNearest([.a]) { !$0.isInline }
    default: break
    }
    if Self.endsParagraph(tag), isOpen(.p) { closeNearest([.p]) { Self.isScope($0) || $0 == .button } }
    if tag.headingLevel != nil, let last = open.last, nodes[Int(last)].tag.headingLevel != nil {
      close(downTo: open.count - 1)
    }
  }

  /// Closes the innermost open element that is one of `tags`, unless one that is a wall stands before it.
  private mutating func closeNearest(_ tags: [HTMLTag], wall: (HTMLTag) -> Bool) {
    guard tags.contains(where: isOpen) else { return }
    var depth = open.count - 1
    let last = max(0, open.count - Self.reach)
    while depth >= last {
      let tag = tag(at: depth)
      if tags.contains(tag) { return close(downTo: depth) }
      if wall(tag) { return }
      depth -= 1
    }
  }

  /// Elements that what is open around them does not reach into.
  private static func isScope(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .table, .td, .th, .caption, .template, .object, .svg, .math, .html: true
    default: false
    }
  }

  private static func endsParagraph(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .dd, .dt, .fieldset,
      .figcaption, .figure, .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .li, .listing, .main,
      .menu, .nav, .ol, .p, .plaintext, .pre, .search, .section, .summary, .table, .ul, .xmp:
      true
    default: false
    }
  }
}

// MARK: - End tags

extension HTMLTreeBuilder {
  private mutating func end(_ tag: HTMLTag, _ name: Range<Int>) {
    switch tag {
    // What follows the page's end belongs to the page.
    case .html, .body: return
    // Browsers make elements of these two; what they part stays parted.
    case .br:
      add(.element, .br, name, name.upperBound..<name.upperBound)
      return
    case .p where !isOpen(.p):
      add(.element, .p, name, name.upperBound..<name.upperBound)
      return
    default: break
    }
    guard tag.headingLevel != nil || isOpen(tag) else { return }
    var depth = open.count - 1
    let last = max(0, open.count - Self.reach)
    while depth >= last {
      let candidate = self.tag(at: depth)
      if matches(candidate, tag), tag != .other || hasName(name, at: depth) { return close(downTo: depth) }
      if isWall(candidate, for: tag) { return }
      depth -= 1
    }
  }

  /// `</h3>` ends an `<h2>`.
  private func matches(_ open: HTMLTag, _ end: HTMLTag) -> Bool {
    open == end || open.headingLevel != nil && end.headingLevel != nil
  }

  private func isWall(_ open: HTMLTag, for end: HTMLTag) -> Bool {
    switch end {
    case .table, .tbody, .thead, .tfoot, .tr, .td, .th: open == .table || open == .template
    case .other: !open.isInline && Self.isScope(open)
    case _ where end.isInline: !open.isInline
    default: Self.isScope(open)
    }
  }

  private func hasName(_ name: Range<Int>, at depth: Int) -> Bool {
    let other = Range(nodes[Int(open[depth])].name)
    guard other.count == name.count else { return false }
    return zip(other, name).allSatisfy { lexer.bytes[$0].smallLetter == lexer.bytes[$1].smallLetter }
  }
}
