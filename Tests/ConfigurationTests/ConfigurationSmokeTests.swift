import Testing

@Test func smokeConfiguration() { #expect(Bool(true)) }
