/// Every scalar of the planes that have characters, and now and then one of the others.
let allScalarsThatMatter: [Unicode.Scalar] =
  ([0...0x323AF, 0xE0000...0xE1000] as [ClosedRange<UInt32>]).flatMap { $0.compactMap(Unicode.Scalar.init) }
  + stride(from: UInt32(0x323B0), through: 0x10FFFF, by: 251).compactMap(Unicode.Scalar.init)
  + [0xFFFFE, 0xFFFFF, 0x10FFFE, 0x10FFFF].compactMap { Unicode.Scalar($0 as UInt32) }
