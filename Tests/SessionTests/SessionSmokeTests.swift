import Testing

@Test func smokeSession() { #expect(Bool(true)) }
