/// Many short texts in one piece of memory, so that writing one is a copy of bytes.
public struct Snippets: Sendable {
  private var bytes: [UInt8] = []
  /// Where each begins, and the end of the last.
  private var starts: [Int] = [0]
  private var lengths: [Int] = []

  public init() {}

  public init(_ texts: some Sequence<some StringProtocol>) {
    for text in texts { append(text) }
  }

  public var count: Int { lengths.count }

  public subscript(index: Int) -> String { String(decoding: bytes[starts[index]..<starts[index + 1]], as: UTF8.self) }

  func characters(of index: Int) -> Int { lengths[index] }

  public mutating func append(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
    starts.append(bytes.count)
    lengths.append(text.unicodeScalars.count)
  }

  func write(_ index: Int, to text: inout TextBuffer) {
    text.append(bytes[starts[index]..<starts[index + 1]], characters: lengths[index])
  }
}
