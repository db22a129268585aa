import TOML

extension ConfigurationProblem {
  /// One line for people: the place, the key, what is wrong and what would be right.
  package func message(in language: Language) -> String {
    let place = origin.notation + (key.isEmpty ? "" : ": \(key)")
    return language == .zhHans ? "\(place)：\(chinese)" : "\(place): \(english)"
  }

  private var english: String {
    switch kind {
    case .unreadable: "cannot be read; check that it is a file that you may read"
    case .notation(let mistake): mistake.english
    case .unknownSetting(let suggestion): "no such setting" + maybe(suggestion)
    case .badValue(let found, let allowed): "\(found) will not do; allowed: \(allowed.description(in: .en))"
    case .unknownCommand(let suggestion): "no such command" + maybe(suggestion)
    case .badKey(let name):
      "\(TOMLNode.quoted(name)) is not a key; write for example \"j\", \"C-d\", \"S-Tab\" or \"gg\""
    case .unknownRole(let suggestion): "no such role" + maybe(suggestion)
    case .badColor(let text):
      "\(TOMLNode.quoted(text)) is not a colour; write \"#rrggbb\", a name of the palette or of the terminal's colours"
    case .badModifier(let text):
      "\(TOMLNode.quoted(text)) is not a modifier; there are \(ThemeModifiers.names.joined(separator: ", "))"
    case .badStyle(let found): "\(found) is not a style; write a colour or { fg = …, bg = …, modifiers = […] }"
    case .themeNotFound(let name): "there is no theme \(TOMLNode.quoted(name))"
    case .inheritanceCycle(let names): "the themes inherit in a circle: \(names.joined(separator: " → "))"
    }
  }

  private var chinese: String {
    switch kind {
    case .unreadable: "无法读取，请检查是否为文件及其权限"
    case .notation(let mistake): mistake.chinese
    case .unknownSetting(let suggestion): "没有这个设置" + perhaps(suggestion)
    case .badValue(let found, let allowed): "不能是 \(found)，可用：\(allowed.description(in: .zhHans))"
    case .unknownCommand(let suggestion): "没有这个命令" + perhaps(suggestion)
    case .badKey(let name): "\(TOMLNode.quoted(name)) 不是按键，可写作 \"j\"、\"C-d\"、\"S-Tab\"、\"gg\" 等"
    case .unknownRole(let suggestion): "没有这个角色" + perhaps(suggestion)
    case .badColor(let text): "\(TOMLNode.quoted(text)) 不是颜色，可用 \"#rrggbb\"、调色板中的名称或终端颜色名"
    case .badModifier(let text):
      "\(TOMLNode.quoted(text)) 不是修饰，可用 \(ThemeModifiers.names.joined(separator: "、"))"
    case .badStyle(let found): "\(found) 不是样式，可写颜色或 { fg = …, bg = …, modifiers = […] }"
    case .themeNotFound(let name): "没有主题 \(TOMLNode.quoted(name))"
    case .inheritanceCycle(let names): "主题循环继承：\(names.joined(separator: " → "))"
    }
  }

  private func maybe(_ suggestion: String?) -> String { suggestion.map { "; did you mean \($0)?" } ?? "" }
  private func perhaps(_ suggestion: String?) -> String { suggestion.map { "，是否想写 \($0)？" } ?? "" }
}
