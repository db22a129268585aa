import Terminal
import Widgets

extension TextField {
  /// Applies an editing key; false where the key does not edit text.
  mutating func edit(with key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.backspace, _), (.character("h"), .control): deleteBackward()
    case (.delete, _), (.character("d"), .control): deleteForward()
    case (.left, _): moveLeft()
    case (.right, _): moveRight()
    case (.home, _), (.character("a"), .control): moveToStart()
    case (.end, _), (.character("e"), .control): moveToEnd()
    case (.character("w"), .control): deleteWordBackward()
    case (.character("u"), .control): clearToStart()
    default: return false
    }
    return true
  }
}
