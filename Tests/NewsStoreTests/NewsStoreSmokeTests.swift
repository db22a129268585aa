import Testing

@Test func smokeNewsStore() { #expect(Bool(true)) }
