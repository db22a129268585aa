import Foundation
import NewsModel
import Testing

@testable import App

struct TimeArgumentTests {
  private let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  private let now = Timestamp(1_709_294_400)

  private func start(_ text: String) -> String? {
    TimeArgument.range(of: text, now: now, in: zone)?.lowerBound.iso8601(in: .gmt)
  }

  @Test(arguments: [
    ("2024-03-01", "2024-02-29T16:00:00+00:00"), ("2024-03-01T09:30", "2024-03-01T01:30:00+00:00"),
    ("2024-03-01T09:30:05Z", "2024-03-01T09:30:05+00:00"), ("2024-03-01T09:30:05+01:00", "2024-03-01T08:30:05+00:00"),
    ("2024-03-01 09:30-0330", "2024-03-01T13:00:00+00:00"),
  ])
  func offsetsOutweighTheZone(text: String, expected: String) {
    #expect(start(text) == expected)
  }

  @Test(arguments: ["2024-03-01T09:30+99:00", "2024-03-01T09:30+0", "soon", "", "Z"])
  func nonsenseIsRefused(text: String) {
    #expect(start(text) == nil)
  }
}
