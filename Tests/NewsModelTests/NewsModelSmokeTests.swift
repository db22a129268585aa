import Testing

@Test func smokeNewsModel() { #expect(Bool(true)) }
