package import Terminal

/// Something that can be drawn: a value that holds all it shows.
///
/// A widget knows no state and no news. It never draws outside of its rectangle, and takes any rectangle: empty, too
/// small, or partly outside of the buffer.
package protocol Widget: Sendable {
  /// Draws into `rect`; what does not fit is cut or left out.
  func draw(in rect: Rect, into buffer: inout Buffer)
}
