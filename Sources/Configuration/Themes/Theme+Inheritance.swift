extension Theme {
  /// Lays files over each other, the theme itself first and the one it inherits from last.
  ///
  /// A style of a file replaces that of the files behind it; so does a colour of its palette, also for the styles that
  /// they wrote: a variant of a theme may consist of a palette alone. A colour that cannot be read counts as left out.
  init(name: String, files: [ThemeFile], problems: inout [ConfigurationProblem]) {
    var palette: [String: ThemeColor] = [:]
    for file in files {
      for (name, entry) in file.palette where palette[name] == nil {
        if let color = ThemeColor(entry.text) {
          palette[name] = color
        } else {
          problems.append(ConfigurationProblem(.badColor(entry.text), key: entry.key, at: entry.origin))
        }
      }
    }

    func color(_ entry: ThemeFile.ColorEntry?) -> ThemeColor? {
      guard let entry else { return nil }
      if let color = palette[entry.text] ?? ThemeColor(entry.text) { return color }
      problems.append(ConfigurationProblem(.badColor(entry.text), key: entry.key, at: entry.origin))
      return nil
    }

    // From the back, so that a colour that cannot be read leaves what stands behind it.
    var layers: [ThemeRole: Layer] = [:]
    for file in files.reversed() {
      for (role, entry) in file.styles {
        let behind = layers[role]
        let foreground = color(entry.foreground)
        let background = color(entry.background)
        layers[role] = Layer(
          foreground: entry.foreground != nil ? foreground ?? behind?.foreground : nil,
          background: entry.background != nil ? background ?? behind?.background : nil,
          modifiers: entry.modifiers)
      }
    }
    self.init(name: name, layers: layers)
  }
}
