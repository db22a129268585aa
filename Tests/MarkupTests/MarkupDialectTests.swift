import Markup
import Testing

@Test func dialectsDiffer() { #expect(MarkupDialect.xml != .html) }
