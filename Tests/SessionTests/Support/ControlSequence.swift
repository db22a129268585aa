import Terminal

/// A control sequence of ECMA-48 as it came.
struct ControlSequence: CustomStringConvertible {
  /// `?` or `>` before the parameters.
  var marker: Character?
  /// Missing ones are 0; a colon separates as a semicolon does.
  var parameters: [Int]
  var final: Unicode.Scalar
  private let source: String

  init(parameters text: String, final: Unicode.Scalar) {
    source = text
    self.final = final
    let marker = text.first.flatMap { "<=>?!".contains($0) ? $0 : nil }
    self.marker = marker
    parameters = text.drop { $0 == marker }
      .split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) ?? 0 }
  }

  subscript(index: Int) -> Int { index < parameters.count ? parameters[index] : 0 }

  var description: String { "CSI \(source)\(final)" }
}

extension Style {
  /// Applies the parameters of "select graphic rendition".
  mutating func apply(_ parameters: [Int]) {
    var rest = parameters[...]
    while let parameter = rest.popFirst() {
      switch parameter {
      case 0: self = .standard
      case 1: modifiers.insert(.bold)
      case 2: modifiers.insert(.dim)
      case 3: modifiers.insert(.italic)
      case 4: modifiers.insert(.underline)
      case 7: modifiers.insert(.reverse)
      case 22: modifiers.subtract([.bold, .dim])
      case 23: modifiers.remove(.italic)
      case 24: modifiers.remove(.underline)
      case 27: modifiers.remove(.reverse)
      case 30...37: foreground = .ansi(UInt8(parameter - 30))
      case 90...97: foreground = .ansi(UInt8(parameter - 82))
      case 40...47: background = .ansi(UInt8(parameter - 40))
      case 100...107: background = .ansi(UInt8(parameter - 92))
      case 38: foreground = Self.extendedColor(&rest)
      case 48: background = Self.extendedColor(&rest)
      case 39: foreground = .standard
      case 49: background = .standard
      default: break
      }
    }
  }

  private static func extendedColor(_ rest: inout ArraySlice<Int>) -> Color {
    let kind = rest.popFirst()
    if kind == 5 {
      let index = UInt8(clamping: rest.popFirst() ?? 0)
      return index < 16 ? .ansi(index) : XtermPalette.color(index)
    }
    func component() -> UInt8 { UInt8(clamping: rest.popFirst() ?? 0) }
    return .rgb(red: component(), green: component(), blue: component())
  }
}
