import Testing

@Test func smokeNewsLibrary() { #expect(Bool(true)) }
