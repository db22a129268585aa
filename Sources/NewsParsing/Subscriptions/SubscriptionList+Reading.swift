extension SubscriptionList {
  /// How many bytes of a file tell whether it is a list of feeds.
  package static let telltaleSize = 4_096

  /// Whether a file is a list of feeds, by its first bytes and its name: OPML, or newsboat's `urls`.
  package static func isList(_ start: UnsafeRawBufferPointer, fileName: String?) -> Bool {
    kind(of: start, fileName: fileName) != nil
  }

  /// The list of feeds in a file; nil where it is something else.
  package static func read(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> SubscriptionList? {
    switch kind(of: bytes, fileName: context.fileName) {
    case .opml: OPMLReader.read(bytes, context: context)
    case .newsboat: NewsboatURLs.read(bytes, context: context)
    case nil: nil
    }
  }

  private enum Kind { case opml, newsboat }

  private static func kind(of bytes: UnsafeRawBufferPointer, fileName: String?) -> Kind? {
    let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(telltaleSize))
    guard !start.isEmpty, !BinaryDetection.isBinary(start) else { return nil }
    let text = TextDecoding.decode(start).text
    if text.lowercased().contains("<opml") { return .opml }
    let name = fileName?.split(separator: "/").last
    return NewsboatURLs.matches(text[...], isNamedSo: name == "urls") ? .newsboat : nil
  }
}
