import Testing

@Test func smokeWidgets() { #expect(Bool(true)) }
