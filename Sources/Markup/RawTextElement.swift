/// The elements of HTML whose text holds no tags.
enum RawTextElement: UInt8, CaseIterable {
  case script
  case style
  case title
  case textarea
  case xmp
  case iframe
  case noembed
  case noframes

  var name: StaticString {
    switch self {
    case .script: "script"
    case .style: "style"
    case .title: "title"
    case .textarea: "textarea"
    case .xmp: "xmp"
    case .iframe: "iframe"
    case .noembed: "noembed"
    case .noframes: "noframes"
    }
  }

  /// Whether character references stand for characters in it.
  var hasReferences: Bool { self == .title || self == .textarea }

  /// Whether what follows an open tag is better lost than read as text.
  var isCode: Bool { self == .script || self == .style }

  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
    guard 3...8 ~= name.count else { return nil }
    guard let element = Self.allCases.first(where: { bytes.isEqual(name, ignoringCase: $0.name) }) else { return nil }
    self = element
  }
}
