internal import NewsModel

/// What makes an article the same as another. The store keeps digests of these beside the article's key.
///
/// A digest only finds candidates: whoever uses one compares what it stands for.
enum Identity {
  case origin(source: Int64, id: String)
  case url(canonical: String)
  case title(source: Int64, folded: String, minute: Int64)
  /// The title of an article whose time is a guess, which says nothing about identity.
  case undatedTitle(source: Int64, folded: String)
  /// What a stub and its article, or two cuts of one title, have in common.
  case stubStart(folded: String, minute: Int64)
  case articleStart(folded: String, minute: Int64)

  /// So many characters of a title at least must agree for one to be a cut of the other.
  static let shortestCut = 8

  var digest: Int64 {
    switch self {
    case .origin(let source, let id): Digest(1, source, id.utf8).value
    case .url(let canonical): Digest(2, 0, canonical.utf8).value
    case .title(let source, let folded, let minute): Digest(3, source, folded.utf8, minute).value
    case .undatedTitle(let source, let folded): Digest(4, source, folded.utf8).value
    case .stubStart(let folded, let minute): Digest(5, 0, Self.start(folded).utf8, minute).value
    case .articleStart(let folded, let minute): Digest(6, 0, Self.start(folded).utf8, minute).value
    }
  }

  private static func start(_ folded: String) -> Substring {
    Substring(folded.unicodeScalars.prefix(shortestCut))
  }
}

/// FNV-1a (Fowler, Noll, Vo), folded to 48 bits: they take two bytes less than 64 in each of some four million rows, and a
/// false candidate costs one row read.
private struct Digest {
  private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ kind: Int64, _ source: Int64, _ text: some Sequence<UInt8>, _ minute: Int64 = 0) {
    for number in [kind, source, minute] {
      for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
    }
    for byte in text { add(byte) }
  }

  private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }

  var value: Int64 { Int64((hash ^ (hash >> 48)) & 0xFFFF_FFFF_FFFF) }
}

extension StoredArticle {
  /// All digests under which the store keeps the article.
  var digests: Set<Int64> {
    var identities: [Identity] = []
    if let id = body.originID { identities.append(.origin(source: source, id: id)) }
    if let url = body.url { identities.append(.url(canonical: CanonicalURL.make(url))) }
    identities.append(titleIdentity)
    let (folded, minute) = (comparableTitle, published.minute)
    identities.append(
      isStub ? .stubStart(folded: folded, minute: minute) : .articleStart(folded: folded, minute: minute))
    return Set(identities.map(\.digest))
  }

  var titleIdentity: Identity {
    isEstimated
      ? .undatedTitle(source: source, folded: comparableTitle)
      : .title(source: source, folded: comparableTitle, minute: published.minute)
  }
}
