extension Folding {
  /// The folded title without what differs between copies of one headline, so that titles compare by `==` and prefix.
  ///
  /// After `fold`:
  /// - dropped: blanks of every kind, controls, and what `SafeText` does not show (zero-width marks, selectors, …);
  /// - double quotes (“ ” „ « » 〝 〞 「 」 『 』 ″) become `"`, single ones (‘ ’ ‚ ′ ´ `) become `'`;
  /// - 、 becomes `,`; 。 and … become `.`; hyphens, dashes, minus and the box line ─ become `-`; 〜 and ∼ become `~`;
  ///   the middle dots (• ・ ‧ ∙ ⋅) become `·`; 【】〔〕〖〗 become `[` `]`; 《》〈〉‹› become `<` `>`;
  /// - several of `-`, `.`, `!`, `?` or `~` in a row become one: ……, ... and 。 are alike.
  ///
  /// All else counts: letters, numbers, and whether there is a sign at all. Not for showing. Linear.
  public static func foldTitle(_ title: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(title.utf8.count)
    title.withBytes { bytes in
      var index = 0
      var last: UInt32 = 0
      while index < bytes.count {
        let (scalar, end) = bytes.scalar(at: index)
        index = end
        let folded = titleSign(FoldingTable.shared.fold(scalar))
        guard !isDroppedFromTitles(folded), folded != last || !isRepeatable(folded) else { continue }
        output.append(scalar: folded)
        last = folded
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isRepeatable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x21, 0x3F, 0x7E: true  // - . ! ? ~
    default: false
    }
  }

  private static func isDroppedFromTitles(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: return true
    default:
      let fate = ScalarTable.shared.traits(scalar).fate
      return fate != .keep && fate != .replace
    }
  }

  /// The one sign that stands for its variants.
  private static func titleSign(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case ..<0x60: scalar
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x300C...0x300F, 0x301D...0x301F: 0x22
    case 0x60, 0xB4, 0x2018...0x201B, 0x2032: 0x27
    case 0x3001, 0xFF64: 0x2C
    case 0x3002, 0xFF61, 0x2024...0x2026, 0x22EF: 0x2E
    case 0x2010...0x2015, 0x2212, 0x2500, 0x2501, 0x2E3A, 0x2E3B: 0x2D
    case 0x301C, 0x223C: 0x7E
    case 0x2022, 0x2027, 0x2219, 0x22C5, 0x30FB, 0xFF65: 0xB7
    case 0x3010, 0x3014, 0x3016: 0x5B
    case 0x3011, 0x3015, 0x3017: 0x5D
    case 0x3008, 0x300A, 0x2039: 0x3C
    case 0x3009, 0x300B, 0x203A: 0x3E
    default: scalar
    }
  }
}
