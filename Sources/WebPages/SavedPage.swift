import TextScanning
import WebAddresses

/// The address that a browser writes into a page when it saves it.
enum SavedPage {
  /// The address behind `saved from url=(0032)`, or in the comment of SingleFile; only the start of the page is looked at.
  static func address(in bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let head = UnsafeBufferPointer(rebasing: bytes.prefix(reach))
    for mark in marks {
      guard let place = Array(mark.utf8).withUnsafeBufferPointer({ head.offset(of: $0) }) else { continue }
      let rest = head[(place + mark.utf8.count)...].drop {
        $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0.isDigit || $0 <= 0x20
      }
      let address = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 < 0x7f }
      if let address = WebAddress.absolute(String(decoding: address, as: UTF8.self)) { return address }
    }
    return nil
  }

  private static let reach = 4_096
  private static let marks = [
    "saved from url=", "Page saved with SingleFile \n url:", "Page saved with SingleFile\n url:",
  ]
}
