/// A page as a tree in one flat array, in the order of the page: what an element holds follows it directly.
///
/// So a subtree is a range of indices, and whoever walks it needs a loop and no recursion, however deep it is. Nodes are
/// ranges of the bytes, which must outlive the tree; text and attributes are decoded when they are asked for.
///
/// It is `public`, like `HTMLTag`, though only our modules use it: across modules the compiler inlines public declarations alone, and
/// with `package` in its place reading a page takes 5 % more instructions.
public struct HTMLTree {
  /// An element or a run of text.
  public struct Node: Hashable, Sendable {
    public enum Kind: UInt8, Hashable, Sendable {
      case element
      /// Text with character references.
      case text
      /// Text that means itself: what stands in `script` and `style`.
      case verbatim
    }

    public let kind: Kind
    public let tag: HTMLTag
    /// The element that holds it; -1 at the top.
    public let parent: Int32
    /// The index behind the last node that it holds.
    public internal(set) var end: Int32
    let name: Range<UInt32>
    let content: Range<UInt32>

    /// Where the bytes of a text node stand.
    public var textRange: Range<Int> { Range(content) }
  }

  public let bytes: UnsafeBufferPointer<UInt8>
  public internal(set) var nodes: [Node] = []
  /// Whether the page has more nodes than were wanted.
  public internal(set) var isCut = false

  /// Reads a page or a piece of one. Linear in the bytes, whatever is nested or left open.
  ///
  /// - Parameter limit: How many nodes to keep; each takes 28 bytes. What follows is left out.
  public init(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int = 400_000) {
    self.bytes = bytes
    // Ranges are kept in 32 bits.
    guard bytes.count < Int(UInt32.max) else { return }
    var builder = HTMLTreeBuilder(bytes, limit: limit)
    builder.run()
    nodes = builder.nodes
    isCut = builder.isCut
  }

  /// The indices of the nodes that an element holds directly.
  public func children(of node: Int) -> Children {
    Children(tree: self, position: node + 1, end: Int(nodes[node].end))
  }

  /// The indices of all nodes within an element, itself left out.
  public func descendants(of node: Int) -> Range<Int> {
    node + 1..<Int(nodes[node].end)
  }

  public struct Children: Sequence, IteratorProtocol {
    let tree: HTMLTree
    var position: Int
    let end: Int

    public mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(tree.nodes[position].end) }
      return position
    }
  }
}

// MARK: - Text and attributes

extension HTMLTree {
  /// The decoded value of an attribute; empty where it has none, nil where the element lacks it. The name in small letters.
  public func attribute(_ name: StaticString, of node: Int) -> String? {
    guard let value = attributeRange(name, of: node) else { return nil }
    var lexer = MarkupLexer(bytes, dialect: .html)
    return lexer.string(value, in: .attribute)
  }

  public func hasAttribute(_ name: StaticString, of node: Int) -> Bool {
    attributeRange(name, of: node) != nil
  }

  /// Where the value of an attribute stands; the first of several with one name counts.
  public func attributeRange(_ name: StaticString, of node: Int) -> Range<Int>? {
    guard nodes[node].kind == .element else { return nil }
    for attribute in MarkupAttributes(bytes, Range(nodes[node].content))
    where bytes.isEqual(attribute.name, ignoringCase: name) {
      return attribute.value
    }
    return nil
  }

  /// The name of an element as it is written, for those that are `.other`.
  public func name(of node: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[Range(nodes[node].name)]), as: UTF8.self)
  }

  /// Appends the decoded bytes of a text node.
  public func appendText(of node: Int, to output: inout [UInt8]) {
    let range = Range(nodes[node].content)
    switch nodes[node].kind {
    case .element: break
    case .text: CharacterReferences.decode(bytes, range, as: .htmlText, into: &output)
    case .verbatim: output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
    }
  }

  /// All text within a node as it is, blanks too.
  public func text(of node: Int) -> String {
    var output: [UInt8] = []
    for index in node..<Int(nodes[node].end) { appendText(of: index, to: &output) }
    return String(decoding: output, as: UTF8.self)
  }
}

extension Range<Int> {
  init(_ range: Range<UInt32>) { self = Int(range.lowerBound)..<Int(range.upperBound) }
}
