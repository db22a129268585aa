import Testing

@Test func smokeTerminal() { #expect(Bool(true)) }
