/// Something that shows frames: a terminal through ncurses, or memory in tests.
package protocol Screen: AnyObject {
  /// The size at present; a `resize` event tells of a change.
  var size: Size { get }
  /// How many colours can be told apart.
  var colorDepth: ColorDepth { get }
  /// Shows the frame, with the cursor at a place or hidden. Only what differs from the last frame is sent.
  func present(_ buffer: Buffer, cursor: Point?)
}
