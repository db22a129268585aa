/// The prefixes that are declared where the reader stands.
struct NamespaceScope {
  private struct Binding {
    let prefix: [UInt8]
    let namespace: FeedNamespace
    let depth: Int
  }

  private var bindings: [Binding] = []
  /// What elements without a prefix belong to.
  private(set) var standard = FeedNamespace.core
  private static let most = 128

  /// Notes `xmlns:prefix="address"` of an element at a depth; the prefix is empty for `xmlns`.
  mutating func bind(_ prefix: UnsafeBufferPointer<UInt8>.SubSequence, to address: String, depth: Int) {
    guard bindings.count < Self.most else { return }
    var namespace = FeedNamespace(address: address)
    if namespace == .other {
      // A default that nobody knows is some feed's own idea of RSS; a customary prefix is a slip in its address.
      namespace =
        prefix.isEmpty ? .core : FeedNamespace(customaryPrefix: String(decoding: prefix, as: UTF8.self)) ?? .other
    }
    bindings.append(Binding(prefix: Array(prefix), namespace: namespace, depth: depth))
    if prefix.isEmpty { standard = namespace }
  }

  /// Forgets what elements at this depth and deeper declared.
  mutating func leave(depth: Int) {
    guard let last = bindings.last, last.depth >= depth else { return }
    while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
    standard = bindings.last { $0.prefix.isEmpty }?.namespace ?? .core
  }

  func namespace(of prefix: UnsafeBufferPointer<UInt8>.SubSequence) -> FeedNamespace {
    for binding in bindings.reversed() where binding.prefix.elementsEqual(prefix) { return binding.namespace }
    return FeedNamespace(customaryPrefix: String(decoding: prefix, as: UTF8.self)) ?? .other
  }
}
