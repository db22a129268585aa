import TOML
package import Wording

extension ConfigurationProblem {
  /// One line for people: the place, the key, what is wrong and what would be right.
  package func message(in language: Language) -> String {
    let words = Words(language: language)
    return words.placed(place(in: words), words.describe(kind))
  }

  /// Where it is: an option names its setting by itself.
  private func place(in words: Words) -> String {
    if case .option = origin { return origin.notation }
    return key.isEmpty ? origin.notation : words.placed(origin.notation, key)
  }
}

extension SettingKind {
  /// What is allowed, in words.
  package func description(in language: Language) -> String { Words(language: language).values(self) }
}

extension Words {
  fileprivate func describe(_ kind: ConfigurationProblem.Kind) -> String {
    switch kind {
    case .unreadable: unreadableFile
    case .notation(let mistake): describe(mistake)
    case .unknownSetting(let suggestion): unknownSetting(suggestion)
    case .badValue(let found, let allowed): badValue(found, allowed: values(allowed))
    case .commandMissing: commandMissing
    case .unknownCommand(let suggestion): unknownCommandOfKeys(suggestion)
    case .badKey(let name): badKey(TOMLNode.quoted(name))
    case .unknownRole(let suggestion): unknownRole(suggestion)
    case .badColor(let text): badColor(TOMLNode.quoted(text))
    case .badModifier(let text): badModifier(TOMLNode.quoted(text), ThemeModifiers.names)
    case .badStyle(let found): badStyle(found)
    case .themeNotFound(let name): themeNotFound(TOMLNode.quoted(name))
    case .inheritanceCycle(let names): inheritanceCycle(names)
    }
  }

  fileprivate func values(_ kind: SettingKind) -> String {
    switch kind {
    case .flag: flagValues
    case .number(let range, let unit): numberValues(range, unit)
    case .choice(let names): choiceValues(names)
    case .theme: themeValues
    case .zone: zoneValues
    case .path: pathValues
    case .text: textValues
    case .command: commandValues
    case .pairs: pairValues
    case .names: nameValues
    case .keys: keyValues
    }
  }

  fileprivate func describe(_ mistake: TOMLMistake.Kind) -> String {
    switch mistake {
    case .badEncoding: tomlBadEncoding
    case .loneCarriageReturn: tomlLoneCarriageReturn
    case .controlCharacter(let byte): tomlControlCharacter(TOMLMistake.escape(byte))
    case .lookalike(let found, let meant): tomlLookalike(found, meant)
    case .keyMissing: tomlKeyMissing
    case .keyOfSeveralLines: tomlKeyOfSeveralLines
    case .keyNeedsQuotes(let name): tomlKeyNeedsQuotes(name)
    case .equalsMissing: tomlEqualsMissing
    case .headerUnclosed: tomlHeaderUnclosed
    case .unexpectedText(let text): tomlUnexpectedText(text)
    case .valueMissing: tomlValueMissing
    case .badValue(let text): tomlBadValue(text)
    case .badNumber(let text): tomlBadNumber(text)
    case .numberTooLarge(let text): tomlNumberTooLarge(text)
    case .badMoment(let text): tomlBadMoment(text)
    case .stringUnclosed: tomlStringUnclosed
    case .badEscape(let text): tomlBadEscape(text)
    case .listUnclosed: tomlListUnclosed
    case .commaMissing: tomlCommaMissing
    case .tableUnclosed: tomlTableUnclosed
    case .tableOfSeveralLines: tomlTableOfSeveralLines
    case .commaAtEnd: tomlCommaAtEnd
    case .alreadyDefined(let key, let first): tomlAlreadyDefined(key, first.line)
    case .notATable(let key, let first): tomlNotATable(key, first.line)
    case .notOfOneKind(let key, let first): tomlNotOfOneKind(key, first.line)
    case .tooLarge(let bytes): tomlTooLarge(bytes)
    case .tooDeep(let levels): tomlTooDeep(levels)
    case .tooManyKeys(let count): tomlTooManyKeys(count)
    case .tooManyMistakes(let count): tomlTooManyMistakes(count)
    }
  }
}

extension TOMLMistake {
  /// A byte as a text in quotation marks writes it.
  fileprivate static func escape(_ byte: UInt8) -> String {
    "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
