import SeededRandom

extension String {
  /// Up to forty scalars, most of them of the kinds that a text can go wrong by.
  static func random(using random: inout SeededGenerator) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x20...0x7E, 0x20...0x7E, 0x4E00...0x9FFF, 0x4E00...0x9FFF, 0x3000...0x30FF, 0xFF00...0xFFEF, 0x00...0x1F,
      0x7F...0x9F,
      0x300...0x36F, 0x300...0x36F, 0x200B...0x206F, 0x200D...0x200D, 0xFE00...0xFE0F, 0x1F300...0x1F6FF,
      0x1F3FB...0x1F3FF,
      0x1F1E6...0x1F1FF, 0x1100...0x11FF, 0xE0000...0xE01EF, 0x0A...0x0D, 0xE000...0xE010, 0x20000...0x2A6FF,
      0x00...0x10FFFF,
    ]
    var scalars = UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &random)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
