import Testing

@Test func smokeNewsParsing() { #expect(Bool(true)) }
