/// Replaces the character references of HTML that text crawlers leave behind.
enum HTMLEntities {
  /// The text with `&name;`, `&#123;` and `&#x7b;` replaced; unknown names stay as they are. Linear.
  ///
  /// References that were escaped twice (`&amp;ldquo;`) are replaced too: no news text means them to be read.
  /// What comes out may hold any character, control characters too: make it safe afterwards.
  static func decode(_ text: String) -> String {
    guard text.contains(ascii: "&") else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count)
    var rest = text.utf8[...]
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      output.append(contentsOf: rest[..<ampersand])
      rest = rest[ampersand...]
      if let (replacement, end) = reference(at: rest) {
        output.append(contentsOf: replacement.utf8)
        rest = rest[end...]
      } else {
        output.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    output.append(contentsOf: rest)
    return String(decoding: output, as: UTF8.self)
  }

  /// The longest name, and the longest number that can stand for a character.
  private static let longestReference = 10

  private static func reference(at text: Substring.UTF8View) -> (String, String.Index)? {
    let body = text.dropFirst().prefix(longestReference + 1)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")), end != body.startIndex else {
      return bareBlank(at: text)
    }
    let name = body[..<end]
    let after = text.index(after: end)
    if name.elementsEqual("amp".utf8), let inner = simpleReference(behind: text[after...]) { return inner }
    return simpleReference(behind: text.dropFirst())
  }

  /// `&nbsp` without its semicolon, which pages often forget.
  private static func bareBlank(at text: Substring.UTF8View) -> (String, String.Index)? {
    let name = "&nbsp".utf8
    guard text.starts(with: name) else { return nil }
    let after = text.index(text.startIndex, offsetBy: name.count)
    guard after == text.endIndex || !text[after].isLetter else { return nil }
    return (" ", after)
  }

  /// A reference whose `&` stands before the text.
  private static func simpleReference(behind text: Substring.UTF8View) -> (String, String.Index)? {
    let body = text.prefix(longestReference + 1)
    guard let end = body.firstIndex(of: UInt8(ascii: ";")), end != body.startIndex else { return nil }
    let name = body[..<end]
    let after = text.index(after: end)
    if name.first == UInt8(ascii: "#") {
      guard let scalar = number(Substring(name.dropFirst())) else { return nil }
      return (String(scalar), after)
    }
    return named[String(Substring(name))].map { ($0, after) }
  }

  private static func number(_ digits: Substring) -> Unicode.Scalar? {
    let isHexadecimal = digits.utf8.first == UInt8(ascii: "x") || digits.utf8.first == UInt8(ascii: "X")
    let figures = isHexadecimal ? digits.dropFirst() : digits
    // No sign stands before them, though `UInt32` reads one.
    guard let first = figures.utf8.first, first != UInt8(ascii: "+"), first != UInt8(ascii: "-"),
      let value = UInt32(figures, radix: isHexadecimal ? 16 : 10)
    else { return nil }
    // HTML 5, 13.2.5.80: numbers of the C1 range mean the characters of windows-1252.
    if (0x80...0x9f).contains(value) { return windows1252[Int(value - 0x80)] }
    if value == 0xa0 { return " " }
    return Unicode.Scalar(value) ?? "\u{fffd}"
  }

  private static let windows1252 = Array(
    "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ".unicodeScalars)

  /// Blanks of all widths become plain ones, so that trimming and splitting see them.
  private static let named: [String: String] = {
    var table = [
      "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"", "QUOT": "\"", "apos": "'",
      "nbsp": " ", "ensp": " ", "emsp": " ", "thinsp": " ", "shy": "", "zwnj": "", "zwj": "", "lrm": "", "rlm": "",
    ]
    let pairs =
      "hellip … mdash — ndash – lsquo ‘ rsquo ’ ldquo “ rdquo ” sbquo ‚ bdquo „ lsaquo ‹ rsaquo › laquo « raquo » bull • "
      + "middot · sdot ⋅ copy © reg ® trade ™ deg ° plusmn ± times × divide ÷ minus − frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ "
      + "sup2 ² sup3 ³ permil ‰ yen ¥ euro € pound £ cent ¢ curren ¤ sect § para ¶ micro µ dagger † Dagger ‡ larr ← uarr ↑ "
      + "rarr → darr ↓ harr ↔ ne ≠ le ≤ ge ≥ asymp ≈ infin ∞ radic √ sum ∑ alpha α beta β gamma γ delta δ Delta Δ "
      + "sigma σ Sigma Σ omega ω Omega Ω pi π mu μ lambda λ theta θ iexcl ¡ iquest ¿ ordf ª ordm º not ¬ macr ¯ acute ´ "
      + "cedil ¸ uml ¨ brvbar ¦ tilde ˜ circ ˆ szlig ß aelig æ AElig Æ oslash ø Oslash Ø aring å Aring Å agrave à aacute á "
      + "acirc â atilde ã auml ä Agrave À Aacute Á Acirc Â Atilde Ã Auml Ä egrave è eacute é ecirc ê euml ë Egrave È "
      + "Eacute É Ecirc Ê Euml Ë igrave ì iacute í icirc î iuml ï Igrave Ì Iacute Í Icirc Î Iuml Ï ograve ò oacute ó "
      + "ocirc ô otilde õ ouml ö Ograve Ò Oacute Ó Ocirc Ô Otilde Õ Ouml Ö ugrave ù uacute ú ucirc û uuml ü Ugrave Ù "
      + "Uacute Ú Ucirc Û Uuml Ü ccedil ç Ccedil Ç ntilde ñ Ntilde Ñ yacute ý Yacute Ý yuml ÿ eth ð ETH Ð thorn þ THORN Þ "
      + "oelig œ OElig Œ scaron š Scaron Š fnof ƒ prime ′ Prime ″ oline ‾ frasl ⁄ lowast ∗ loz ◊ spades ♠ clubs ♣ hearts ♥ "
      + "diams ♦ square □ squ □ colon : comma , period . lpar ( rpar ) lsqb [ rsqb ] num # percnt % dollar $ sol / bsol \\ "
      + "excl ! quest ? semi ; equals = plus + ast * commat @ hyphen ‐ dash ‐ lowbar _ grave ` verbar | vert | star ☆ "
      + "starf ★ check ✓ cross ✗ phone ☎ male ♂ female ♀"
    let words = pairs.split(separator: " ")
    for index in stride(from: 0, to: words.count - 1, by: 2) {
      table[String(words[index])] = String(words[index + 1])
    }
    return table
  }()
}
