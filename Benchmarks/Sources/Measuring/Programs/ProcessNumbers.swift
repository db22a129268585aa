internal import Glibc

/// What Linux tells about a process in lines such as `VmHWM:   12345 kB`.
enum ProcessNumbers {
  /// A number in bytes; 0 where there is none.
  static func read(_ name: String, of process: Int32, in file: String) -> Int {
    guard let file = fopen("/proc/\(process)/\(file)", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let fields = text.split { $0 == " " || $0 == "\t" }
      if fields.count > 1, fields[0] == name, let kilobytes = Int(fields[1]) { return kilobytes * 1_024 }
    }
    return 0
  }
}
