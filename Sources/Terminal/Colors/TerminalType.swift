/// The names under which to look for the terminal's description.
enum TerminalType {
  /// Names in the order to try them.
  ///
  /// Descriptions of direct colour (`xterm-direct`) are separate entries, which not every system has installed; they are
  /// asked for when `COLORTERM` says that the terminal shows them. A terminal without any description (kitty, foot on an
  /// old system or through ssh) is taken for an xterm, which all of them resemble.
  static func candidates(environment: [String: String]) -> [String] {
    let name = environment["TERM"] ?? ""
    // Whoever says so means it: a shell within an editor would show the sequences of an xterm.
    if name == "dumb" { return [name] }
    var names: [String] = []
    if !name.isEmpty {
      if wantsDirectColor(environment), let direct = directName(of: name) { names.append(direct) }
      names.append(name)
    }
    for fallback in ["xterm-256color", "xterm", "vt100"] where !names.contains(fallback) { names.append(fallback) }
    return names
  }

  private static func wantsDirectColor(_ environment: [String: String]) -> Bool {
    guard environment["NO_COLOR"]?.isEmpty ?? true else { return false }
    return ["truecolor", "24bit"].contains(environment["COLORTERM"])
  }

  private static func directName(of name: String) -> String? {
    if name.hasSuffix("-direct") { return nil }
    var base = Substring(name)
    if base.hasSuffix("-256color") { base = base.dropLast("-256color".count) }
    if base.hasPrefix("xterm-") { base = base.dropFirst("xterm-".count) }
    return base + "-direct"
  }
}
