package import TextBasics

/// What is sent to the terminal beside the screen: for the clipboard, the desktop and links.
///
/// tmux keeps such commands for itself. What is wrapped goes on to the terminal around it, where `allow-passthrough` lets it.
struct TerminalCommands {
  private let isInTmux: Bool
  /// Whether links can be put over cells.
  let takesLinks: Bool
  private let noticeForm: NoticeForm

  /// - Parameters:
  ///   - takesLinks: whether the terminal knows links; nil where its kind is to tell.
  ///   - noticeForm: how it takes notices; nil where its kind is to tell.
  init(environment: [String: String], takesLinks: Bool?, noticeForm: NoticeForm?) {
    isInTmux = environment["TMUX"] != nil
    self.takesLinks = takesLinks ?? Self.knowsLinks(environment)
    self.noticeForm = noticeForm ?? (Self.isOf(Self.osc777Terminals, environment) ? .osc777 : .osc9)
  }

  /// OSC 52. tmux takes it where `set-clipboard` is on; the terminal around it gets it, too.
  func clipboard(_ text: [UInt8]) -> [UInt8] {
    let command = Array("\u{1B}]52;c;".utf8) + base64(text) + [0x07]
    return isInTmux ? command + wrapped(command) : command
  }

  /// A notice on the desktop. Its text begins with the program's name: a number there would mean something else to some terminals.
  func notice(_ text: SafeText) -> [UInt8] {
    let command: String
    switch noticeForm {
    case .osc9: command = "\u{1B}]9;newstape: \(text.string)\u{07}"
    case .osc777: command = "\u{1B}]777;notify;newstape;\(text.string)\u{07}"
    }
    return isInTmux ? wrapped(Array(command.utf8)) : Array(command.utf8)
  }

  private func wrapped(_ command: [UInt8]) -> [UInt8] {
    Array("\u{1B}Ptmux;".utf8) + command.flatMap { $0 == 0x1B ? [$0, $0] : [$0] } + Array("\u{1B}\\".utf8)
  }

  // MARK: - Kinds of terminals

  private static let linkTerminals = ["alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty"]
  private static let linkPrograms = ["ghostty", "iTerm.app", "vscode", "WezTerm"]
  private static let osc777Terminals = ["foot", "rxvt", "xterm-ghostty"]

  /// What runs within tmux or screen inherits the variables of the terminal around them: only their own tell something.
  private static func knowsLinks(_ environment: [String: String]) -> Bool {
    let name = environment["TERM"] ?? ""
    if environment["STY"] != nil || name == "linux" || name == "dumb" { return false }
    if environment["TMUX"] != nil || ["screen", "tmux"].contains(where: name.hasPrefix) {
      let version = environment["TERM_PROGRAM"] == "tmux" ? environment["TERM_PROGRAM_VERSION"] ?? "" : ""
      let numbers = version.split { !$0.isNumber }.compactMap { Int($0) }
      return numbers.count >= 2 && (numbers[0], numbers[1]) >= (3, 4)
    }
    return isOf(linkTerminals, environment) || linkPrograms.contains(environment["TERM_PROGRAM"] ?? "")
      || environment["WT_SESSION"] != nil || environment["KONSOLE_VERSION"] != nil
      || environment["VTE_VERSION"].flatMap { Int($0) } ?? 0 >= 5_000
  }

  private static func isOf(_ names: [String], _ environment: [String: String]) -> Bool {
    names.contains(where: (environment["TERM"] ?? "").hasPrefix)
  }
}

/// How a terminal takes a notice for the desktop.
package enum NoticeForm: Sendable {
  /// iTerm2, kitty, WezTerm, Ghostty.
  case osc9
  /// foot, rxvt-unicode, Ghostty.
  case osc777
}
