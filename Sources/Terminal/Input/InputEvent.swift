/// Something that the user did at the terminal.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one piece.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
}

package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case click, doubleClick, wheelUp, wheelDown
  }

  package var kind: Kind
  package var position: Point

  package init(_ kind: Kind, at position: Point) {
    self.kind = kind
    self.position = position
  }
}
