import Foundation

/// What the figures were measured on.
enum Machine {
  static var description: String {
    let memory = Double(ProcessInfo.processInfo.physicalMemory) / Double(1 << 30)
    return "\(processor), \(ProcessInfo.processInfo.activeProcessorCount) cores, \(Int(memory.rounded())) GB, \(system)"
  }

  private static var processor: String {
    let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
    let model = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
  }

  private static var system: String {
    let lines = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8))?.split(separator: "\n") ?? []
    let name = lines.first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst("PRETTY_NAME=".count)
    return name.map { $0.trimmingCharacters(in: ["\""]) } ?? "Linux"
  }

  /// How many processes wanted a processor in the last minute: above 1, others disturbed the figures.
  static var load: Double {
    var loads = [0.0]
    return getloadavg(&loads, 1) == 1 ? loads[0] : 0
  }

  /// The date in UTC.
  static var today: String {
    String(Date.now.ISO8601Format().prefix(10))
  }
}
