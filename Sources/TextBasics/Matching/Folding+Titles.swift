extension Folding {
  /// The folded title without what differs between copies of one headline, so that titles compare by `==` and prefix.
  ///
  /// After `fold`:
  /// - dropped: blanks of every kind, controls, and what `SafeText` does not show (skin tones, for one);
  /// - ` becomes '; 、 becomes `,`; 。 becomes `.`; 【】〔〕〖〗 become `[` `]`; 《》〈〉 become `<` `>`;
  /// - several of `-`, `.`, `!`, `?` or `~` in a row become one: ……, ... and 。 are alike.
  ///
  /// All else counts: letters, numbers, and whether there is a sign at all. Not for showing. Linear.
  package static func foldTitle(_ title: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(title.utf8.count)
    fold(title).withBytes { bytes in
      var index = 0
      var last: UInt32 = 0
      while index < bytes.count {
        let (scalar, end) = bytes.scalar(at: index)
        index = end
        let sign = titleSign(scalar)
        guard !isDroppedFromTitles(sign), sign != last || !isRepeatable(sign) else { continue }
        output.append(scalar: sign)
        last = sign
      }
    }
    // A mark may stand behind a letter now from which a blank parted it.
    return fold(String(decoding: output, as: UTF8.self))
  }

  private static func isRepeatable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x21, 0x3F, 0x7E: true  // - . ! ? ~
    default: false
    }
  }

  private static func isDroppedFromTitles(_ scalar: UInt32) -> Bool {
    if scalar == 0x20 { return true }
    let fate = ScalarTable.shared.traits(scalar).fate
    return fate != .keep && fate != .replace
  }

  /// The one sign that stands for its variants.
  private static func titleSign(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x60: scalar
    case 0x60: 0x27
    case 0x3001: 0x2C
    case 0x3002: 0x2E
    case 0x3010, 0x3014, 0x3016: 0x5B
    case 0x3011, 0x3015, 0x3017: 0x5D
    case 0x3008, 0x300A: 0x3C
    case 0x3009, 0x300B: 0x3E
    default: scalar
    }
  }
}
