/// Something that the user did at the terminal.
public enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one piece.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
}

public struct MouseEvent: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case click, doubleClick, wheelUp, wheelDown
  }

  public var kind: Kind
  public var position: Point

  public init(_ kind: Kind, at position: Point) {
    self.kind = kind
    self.position = position
  }
}
