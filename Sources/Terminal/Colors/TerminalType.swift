import Glibc

/// A name and a description under which ncurses may know the terminal.
struct TerminalType: Equatable {
  let name: String
  /// What takes the place of the system's description of that name: the value of `TERMINFO` that hands it to ncurses.
  var ownDescription: String?

  /// Whether colours of 24 bits are asked for, by `COLORTERM` (which the setting `colors` also sets) or by what tells of a
  /// terminal that has them.
  static func wantsTrueColor(_ environment: [String: String]) -> Bool {
    guard environment["NO_COLOR"]?.isEmpty ?? true else { return false }
    if ["truecolor", "24bit"].contains(environment["COLORTERM"]) { return true }
    let name = environment["TERM"] ?? ""
    // What runs within them inherits the variables of the terminal around them.
    if ["screen", "tmux"].contains(where: name.hasPrefix) || environment["TMUX"] != nil { return false }
    return trueColorTerminals.contains(where: name.hasPrefix) || name.hasSuffix("-direct")
      || trueColorPrograms.contains(environment["TERM_PROGRAM"] ?? "") || environment["WT_SESSION"] != nil
      || environment["VTE_VERSION"].flatMap { Int($0) } ?? 0 >= 3600
  }

  /// Terminals that show 24 bits in every version that has this name.
  private static let trueColorTerminals = ["alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty"]
  private static let trueColorPrograms = ["ghostty", "iTerm.app", "mintty", "vscode", "WezTerm"]

  /// The types in the order to try them.
  ///
  /// Few systems have descriptions of 24-bit colours (`xterm-direct`). Where such colours are asked for, the user's own
  /// description gets them; one of the system comes next, and then the most colours without them. A terminal without any
  /// description (kitty, foot on an old system or through ssh) is taken for an xterm, which all of them resemble.
  static func candidates(
    environment: [String: String], description: (String) -> TerminalDescription?
  ) -> [TerminalType] {
    let name = environment["TERM"] ?? ""
    // Whoever says so means it: a shell within an editor would show the sequences of an xterm.
    if name == "dumb" { return [TerminalType(name: name)] }
    var types: [TerminalType] = []
    func add(_ name: String, _ ownDescription: String? = nil) {
      let type = TerminalType(name: name, ownDescription: ownDescription)
      if !name.isEmpty, !types.contains(type) { types.append(type) }
    }
    if wantsTrueColor(environment) {
      let isTmux = name.hasPrefix("tmux") || environment["TMUX"] != nil && name.hasPrefix("screen")
      if let (name, own) = directColor(name, isTmux: isTmux, description) { add(name, own) }
      for variant in variants(of: name) { add(variant) }
    }
    for name in [name, "xterm-256color", "xterm", "vt100"] { add(name) }
    return types
  }

  /// The description of the name with 24-bit colours, or of an xterm where the name has none; nil where it has no colours,
  /// or has all of them already.
  private static func directColor(
    _ name: String, isTmux: Bool, _ description: (String) -> TerminalDescription?
  ) -> (name: String, ownDescription: String)? {
    for name in [name, "xterm-256color"] where !name.isEmpty {
      guard let found = description(name) else { continue }
      guard (8..<ColorDepth.trueColor.rawValue).contains(found.colors) else { return nil }
      var own = found.withDirectColor(named: name)
      if isTmux { own.erasesInColor() }
      return (name, "b64:" + String(decoding: base64(own.compiled), as: UTF8.self))
    }
    return nil
  }

  /// Descriptions with more colours: those with all of them, then those with 256.
  private static func variants(of name: String) -> [String] {
    if name.isEmpty || name.hasSuffix("-direct") { return [] }
    var base = Substring(name)
    if base.hasSuffix("-256color") { base = base.dropLast("-256color".count) }
    let program = base.hasPrefix("xterm-") ? base.dropFirst("xterm-".count) : base
    return ["\(program)-direct", "\(base)-256color"]
  }
}

/// A terminal's description as `tic` compiles it (term(5)), to be given 24-bit colours.
///
/// What users add to a description beyond the standard (its extended part) is left out: nothing here needs it.
struct TerminalDescription: Equatable {
  private var names: [UInt8]
  private var booleans: [UInt8]
  private var numbers: [Int]
  private var strings: [[UInt8]?]

  /// Nil where the bytes are no compiled description.
  init?(compiled bytes: [UInt8]) {
    var reader = Reader(bytes: bytes)
    guard let magic = reader.short(), magic == Self.magic || magic == Self.magicOfLongNumbers,
      let header = reader.shorts(5), header.allSatisfy({ $0 >= 0 }), let names = reader.take(header[0]),
      let booleans = reader.take(header[1]), reader.align(),
      let numbers = reader.numbers(header[2], isLong: magic == Self.magicOfLongNumbers),
      let offsets = reader.shorts(header[3]), let table = reader.take(header[4])
    else { return nil }
    self.names = Array(names)
    self.booleans = Array(booleans)
    self.numbers = numbers
    strings = offsets.map { offset in
      offset < 0 || offset >= table.count ? nil : Array(table.dropFirst(offset).prefix { $0 != 0 })
    }
  }

  var colors: Int { numbers.count > Self.maxColors ? numbers[Self.maxColors] : 0 }

  /// This terminal with 24-bit colours, asked for with semicolons: all that know such colours understand that form. As
  /// everywhere in terminfo the first eight numbers stay those of the palette.
  ///
  /// It does not say how rows are moved: `Scroll` lets them move where ncurses cannot, and both together would move them twice.
  ///
  /// - Parameter name: under which it is to be found; the name of a file need not be among those in it.
  func withDirectColor(named name: String) -> TerminalDescription {
    var description = self
    description.names = Array("\(name)|".utf8) + names
    description.booleans.extend(to: Self.canChange, with: 0)
    description.booleans[Self.canChange] = 0
    description.numbers.extend(to: Self.maxPairs, with: -1)
    description.numbers[Self.maxColors] = ColorDepth.trueColor.rawValue
    description.numbers[Self.maxPairs] = 0x10000
    description.strings.extend(to: Self.background, with: nil)
    for gone in Self.otherWaysOfColor + Self.waysToMoveRows { description.strings[gone] = nil }
    description.strings[Self.foreground] = Self.selection(of: "3")
    description.strings[Self.background] = Self.selection(of: "4")
    description.strings[Self.originalPair] = description.strings[Self.originalPair] ?? Array("\u{1B}[39;49m".utf8)
    return description
  }

  /// Says that the terminal erases in the colour of the background. Every tmux does that knows 24-bit colours well (since 2.4, of
  /// 2017), and its description does not say so: the blanks beside a text would be sent one by one.
  mutating func erasesInColor() {
    booleans.extend(to: Self.erasesInBackground, with: 0)
    booleans[Self.erasesInBackground] = 1
    strings[Self.eraseCharacters] = Array("\u{1B}[%p1%dX".utf8)
  }

  /// `setaf` for 3, `setab` for 4.
  private static func selection(of kind: String) -> [UInt8] {
    Array(
      ("\u{1B}[%?%p1%{8}%<%t\(kind)%p1%d"
        + "%e\(kind)8;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%d%;m").utf8)
  }

  /// The description in the form that has room for the number of the colours, with the sign `RGB` as its extended part.
  var compiled: [UInt8] {
    var table: [UInt8] = []
    var offsets: [Int] = []
    for string in strings {
      offsets.append(string == nil ? -1 : table.count)
      if let string { table += string + [0] }
    }
    var writer = Writer()
    writer.shorts([Self.magicOfLongNumbers, names.count, booleans.count, numbers.count, offsets.count, table.count])
    writer.bytes += names + booleans
    writer.align()
    writer.longs(numbers)
    writer.shorts(offsets)
    writer.bytes += table
    writer.align()
    let sign = Array("RGB\0".utf8)
    // One boolean, no numbers, no strings; one string in a table of so many bytes: the name.
    writer.shorts([1, 0, 0, 1, sign.count])
    writer.bytes += [1, 0]
    writer.shorts([0])
    writer.bytes += sign
    return writer.bytes
  }

  private static let magic = 0o432
  private static let magicOfLongNumbers = 0o1036
  // Places of capabilities, in the order of <term.h>.
  private static let canChange = 27
  /// `bce`
  private static let erasesInBackground = 28
  /// `ech`
  private static let eraseCharacters = 37
  private static let (maxColors, maxPairs) = (13, 14)
  private static let originalPair = 297
  /// `oc`, `initc`, `initp`, `scp`, `setf`, `setb`
  private static let otherWaysOfColor = Array(298...303)
  /// `csr`, `dl1`, `il1`, `dl`, `indn`, `il`, `rin`, `ind`, `ri`
  private static let waysToMoveRows = [3, 22, 53, 106, 109, 110, 113, 129, 130]
  private static let (foreground, background) = (359, 360)
}

extension TerminalDescription {
  /// Reads a terminal's description from where curses looks for it; nil where there is none that can be read.
  static func installed(named name: String, environment: [String: String]) -> TerminalDescription? {
    guard let first = name.utf8.first, !name.contains("/"), name.utf8.count < 256 else { return nil }
    for folder in folders(environment) {
      // By the first letter, or by its code where the file system takes no notice of upper case.
      for group in [String(Unicode.Scalar(first)), String(first, radix: 16)] {
        guard let bytes = contents("\(folder)/\(group)/\(name)") else { continue }
        if let description = TerminalDescription(compiled: bytes) { return description }
      }
    }
    return nil
  }

  /// terminfo(5), "Fetching Compiled Descriptions".
  private static func folders(_ environment: [String: String]) -> [String] {
    let standard = [
      "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
    ]
    var folders = [environment["TERMINFO"]].compactMap { $0 }
    if let home = environment["HOME"] { folders.append("\(home)/.terminfo") }
    for folder in (environment["TERMINFO_DIRS"] ?? "").split(separator: ":", omittingEmptySubsequences: false) {
      folders += folder.isEmpty ? standard : [String(folder)]
    }
    return folders.filter { $0.hasPrefix("/") } + standard
  }

  /// No description is longer (`MAX_ENTRY_SIZE`).
  private static let longestFile = 32_768

  private static func contents(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: longestFile + 1)
    let count = read(descriptor, &bytes, bytes.count)
    return (1...longestFile).contains(count) ? Array(bytes[..<count]) : nil
  }
}

extension Array {
  fileprivate mutating func extend(to index: Int, with element: Element) {
    while count <= index { append(element) }
  }
}

/// Numbers are little-endian; those after an odd number of bytes begin one further.
private struct Reader {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, bytes.count - place >= count else { return nil }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func align() -> Bool {
    if place % 2 != 0 { place += 1 }
    return place <= bytes.count
  }

  mutating func short() -> Int? {
    take(2).map { Int(Int16(truncatingIfNeeded: $0.reversed().reduce(0) { $0 << 8 | Int($1) })) }
  }

  mutating func shorts(_ count: Int) -> [Int]? { numbers(count, isLong: false) }

  mutating func numbers(_ count: Int, isLong: Bool) -> [Int]? {
    let size = isLong ? 4 : 2
    guard let all = take(count * size) else { return nil }
    return stride(from: all.startIndex, to: all.endIndex, by: size).map { start in
      let value = all[start..<start + size].reversed().reduce(0) { $0 << 8 | Int($1) }
      return isLong ? Int(Int32(truncatingIfNeeded: value)) : Int(Int16(truncatingIfNeeded: value))
    }
  }
}

private struct Writer {
  var bytes: [UInt8] = []

  mutating func align() { if bytes.count % 2 != 0 { bytes.append(0) } }
  mutating func shorts(_ values: [Int]) { for value in values { append(value, size: 2) } }
  mutating func longs(_ values: [Int]) { for value in values { append(value, size: 4) } }

  private mutating func append(_ value: Int, size: Int) {
    for byte in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
  }
}
