import CNcurses

extension CursesScreen {
  /// A decoder of what this terminal sends.
  func makeDecoder() -> InputDecoder {
    var sequences: [[UInt8]: Key] = [:]
    for (capability, code) in Self.keyCapabilities {
      guard let text = nc_capability(capability) else { continue }
      let bytes = Array(String(cString: text).utf8)
      // Single bytes are the control characters that the decoder knows.
      if bytes.count > 1, bytes[0] == 0x1B { sequences[bytes] = Key(code) }
    }
    return InputDecoder(sequences: sequences, backspace: nc_erase_byte() == 8 ? 8 : 0x7F)
  }

  /// Names of terminfo(5).
  private static let keyCapabilities: [(String, Key.Code)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
