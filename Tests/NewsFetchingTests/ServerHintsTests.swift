import NewsModel
import Testing

@testable import NewsFetching

@Suite struct ServerHintsTests {
  private func hints(_ fields: [String: String]) -> ServerHints {
    // A date is written as the seconds after an "@": reading real ones is libcurl's.
    ServerHints(
      now: Timestamp(1_000), date: { $0.first == "@" ? Int64($0.dropFirst()).map(Timestamp.init(_:)) : nil },
      field: { fields[$0] })
  }

  @Test func retryAfterIsSecondsOrADate() {
    #expect(hints(["Retry-After": "120"]).retryAfter == 120)
    #expect(hints(["Retry-After": " 120 "]).retryAfter == 120)
    #expect(hints(["Retry-After": "@1300"]).retryAfter == 300)
    #expect(hints(["Retry-After": "@900"]).retryAfter == nil)
    #expect(hints(["Retry-After": "-5"]).retryAfter == nil)
    #expect(hints(["Retry-After": "99999999999999999999"]).retryAfter == 8_640_000)
    #expect(hints(["Retry-After": "soon"]).retryAfter == nil)
  }

  @Test func datesAreReadByTheServersClock() {
    #expect(hints(["Date": "@5000", "Retry-After": "@5060"]).retryAfter == 60)
    #expect(hints(["Date": "@5000", "Expires": "@5600"]).expires == 600)
  }

  @Test func expiresZeroIsNothing() {
    #expect(hints(["Expires": "0"]).expires == nil)
    #expect(hints(["Expires": "-1"]).expires == nil)
    #expect(hints(["Expires": "@10"]).expires == nil)
  }

  @Test func maxAgeIsFoundAmongOthers() {
    #expect(hints(["Cache-Control": "public, Max-Age=600, must-revalidate"]).maxAge == 600)
    #expect(hints(["Cache-Control": "s-maxage=9, max-age=\"60\""]).maxAge == 60)
    #expect(hints(["Cache-Control": "no-cache"]).maxAge == nil)
    #expect(hints(["Cache-Control": "max-age=x, private"]).maxAge == nil)
  }
}
