import Foundation

/// The text of an article as its feed has it, kept while the text of its page is shown.
///
/// Written as the length of the blocks in decimal digits, a colon, the blocks and the links (`BodyCoding`).
struct FeedText: Equatable {
  var blocks: Data
  var links: Data?

  init(blocks: Data, links: Data?) {
    self.blocks = blocks
    self.links = links
  }

  init(_ data: Data) {
    let colon = data.firstIndex(of: UInt8(ascii: ":")) ?? data.endIndex
    let length = Int(String(decoding: data[..<colon], as: UTF8.self)) ?? 0
    let rest = data[colon...].dropFirst()
    blocks = Data(rest.prefix(max(0, length)))
    let links = Data(rest.dropFirst(max(0, length)))
    self.links = links.isEmpty ? nil : links
  }

  var data: Data { Data("\(blocks.count):".utf8) + blocks + (links ?? Data()) }
}
