import Testing

@Test func smokeDashboard() { #expect(Bool(true)) }
