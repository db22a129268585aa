import TextBasics

/// Lines that a page joined with commas of half width: `上半年净利增长,来源：…`. The other commas are of full width there, so that the joints
/// can be told from them.
enum JoinedLines {
  private enum Comma { case joint, fullWidth, inNumber }

  /// How much of a text is looked at, as it was written.
  private static let limit = 4_500
  private static let sign = UInt8(ascii: ",")

  /// Where in the folded text such commas stand; empty where there are none.
  static func joints(in text: AnalysedText) -> [Int] {
    let commas = text.original.string.withBytes { bytes -> [Comma] in
      let start = bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
      return Self.commas(in: UnsafeBufferPointer(rebasing: bytes[start...].prefix(limit)))
    }
    guard commas.contains(.joint), commas.count(where: { $0 == .fullWidth }) > 1 else { return [] }
    // Folded, all commas are of half width, and stay in their order.
    var (joints, number) = ([Int](), 0)
    text.bytes.withUnsafeBufferPointer { bytes in
      var next = bytes.place(of: sign, from: text.text.lowerBound)
      while let place = next, number < commas.count {
        if commas[number] == .joint { joints.append(place) }
        number += 1
        next = bytes.place(of: sign, from: place + 1)
      }
    }
    return joints
  }

  private static func commas(in bytes: UnsafeBufferPointer<UInt8>) -> [Comma] {
    func isJoint(_ index: Int) -> Bool {
      index == 0 || bytes[index - 1] >= 0x80 || index + 1 < bytes.count && bytes[index + 1] >= 0x80
    }
    // Most texts have none.
    var first = bytes.place(of: sign)
    while let place = first, !isJoint(place) { first = bytes.place(of: sign, from: place + 1) }
    guard first != nil else { return [] }
    var commas: [Comma] = []
    var index = 0
    while index < bytes.count {
      defer { index &+= bytes[index].beginsIdeograph ? 3 : 1 }
      if bytes[index] == sign {
        commas.append(isJoint(index) ? .joint : .inNumber)
      } else if bytes[index] == 0xEF, index + 2 < bytes.count, isFullWidth(bytes[index + 1], bytes[index + 2]) {
        commas.append(.fullWidth)
      }
    }
    return commas
  }

  /// The last bytes of ，﹐︐.
  private static func isFullWidth(_ second: UInt8, _ third: UInt8) -> Bool {
    (second, third) == (0xBC, 0x8C) || (second, third) == (0xB9, 0x90) || (second, third) == (0xB8, 0x90)
  }
}
