/// A small set of scalars, asked often: a bit mask for ASCII, a short sorted list for the rest.
package struct ScalarSet: ExpressibleByArrayLiteral, Sendable {
  @usableFromInline private(set) var low: UInt64 = 0
  @usableFromInline private(set) var high: UInt64 = 0
  @usableFromInline private(set) var others: [UInt32] = []

  package init(arrayLiteral elements: Unicode.Scalar...) { self.init(elements) }

  init(_ scalars: some Sequence<Unicode.Scalar>) {
    for scalar in scalars where !contains(scalar) {
      switch scalar.value {
      case ..<64: low |= 1 << UInt64(scalar.value)
      case ..<128: high |= 1 << UInt64(scalar.value - 64)
      default: others.append(scalar.value)
      }
    }
  }

  @inlinable package func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<64: low >> UInt64(scalar.value) & 1 != 0
    case ..<128: high >> UInt64(scalar.value - 64) & 1 != 0
    default: others.contains(scalar.value)
    }
  }

  package func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(scalars + other.scalars) }

  package func subtracting(_ other: ScalarSet) -> ScalarSet { ScalarSet(scalars.filter { !other.contains($0) }) }

  private var scalars: [Unicode.Scalar] {
    ((0..<128).compactMap(Unicode.Scalar.init).filter(contains)) + others.compactMap(Unicode.Scalar.init)
  }
}
