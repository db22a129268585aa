import Testing

@Test func smokeTextBasics() { #expect(Bool(true)) }
