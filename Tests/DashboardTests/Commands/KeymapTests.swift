import Terminal
import Testing
import Wording

@testable import Dashboard

@Suite struct KeymapTests {
  @Test func everyDefaultKeyIsAKeyAndHasOneMeaningInAContext() {
    for context in CommandContext.allCases {
      var owners: [String: Command] = [:]
      for command in Command.all where command.contexts.contains(context) {
        for key in command.keys {
          #expect(Key.parseSequence(key) != nil, "\(key)")
          #expect(owners.updateValue(command, forKey: key) == nil, "\(key) means two things")
        }
      }
    }
  }

  @Test func replacedKeysTakeTheirKeyFromItsOwner() {
    let keymap = Keymap(replacing: [.toggleStar: ["m"], .quit: []])
    #expect(keymap.match([.character("m")], in: .feed) == .command(.toggleStar))
    #expect(keymap.match([.character("s")], in: .feed) == .none)
    #expect(keymap.match([.character("Q")], in: .feed) == .none)
    #expect(keymap.keys(for: .toggleRead).isEmpty)
  }

  @Test func keysAreNamedWithAndWithoutSigns() {
    #expect(Keymap().keys(for: .open).first == "↵")
    #expect(Keymap().keys(for: .open, inASCII: true).allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test func heldKeysAreNamedAsTheyStandOnTheKeyboard() {
    #expect(Keymap().keys(for: .halfPageDown) == ["Ctrl-d"])
    #expect(Keymap().keys(for: .focusPrevious) == ["Shift-Tab"])
    #expect(Key(parsing: "A-Left")?.shown(inASCII: false) == "Alt-←")
  }

  @Test func sentencesNameKeysAsTheyAreBound() throws {
    for command in KeyedCommand.allCases { #expect(Command.named(command.rawValue) != nil, "\(command.rawValue)") }
    let keymap = Keymap(replacing: [.undo: ["C-z"], .log: [], .suspend: []])
    let words = Words(language: .zhHans, keys: keymap.keysInSentences(inASCII: false))
    #expect(words.removed("新股") == "已删除“新股”，按 Ctrl-z 撤销")
    #expect(words.notReadable == "读取失败，按 :log 查看原因")
  }

  @Test func beginningOfASequenceIsAPrefix() {
    let keymap = Keymap()
    #expect(keymap.match([.character("g")], in: .reader) == .prefix)
    #expect(keymap.match([.character("g"), .character("g")], in: .reader) == .command(.first))
    #expect(keymap.match([.character("g"), .character("x")], in: .reader) == .none)
  }

  @Test func contextGoesBeforeEverywhere() {
    let keymap = Keymap()
    #expect(keymap.match([.character("]")], in: .statistics) == .command(.longerSpan))
    #expect(keymap.match([.character("]")], in: .reader) == .command(.nextArticle))
  }
}
