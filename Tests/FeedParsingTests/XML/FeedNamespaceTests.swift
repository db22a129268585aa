import Testing

@testable import FeedParsing

@Suite struct FeedNamespaceTests {
  @Test(arguments: [
    ("", FeedNamespace.core), ("http://www.w3.org/2005/Atom", .core), ("http://purl.org/atom/ns#", .core),
    ("http://backend.userland.com/rss2", .core), ("http://PURL.org/dc/elements/1.1/", .dublinCore),
    ("http://search.yahoo.com/mrss", .media), ("https://unknown.example/", .other),
  ])
  func anAddressNamesAVocabularyInAnyCase(address: String, namespace: FeedNamespace) {
    #expect(FeedNamespace(address: address) == namespace)
  }

  @Test func customaryPrefixesNeedNoAddress() {
    #expect(FeedNamespace(customaryPrefix: "DC") == .dublinCore)
    #expect(FeedNamespace(customaryPrefix: "googleplay") == .itunes)
    #expect(FeedNamespace(customaryPrefix: "x") == nil)
  }
}

@Suite struct NamespaceScopeTests {
  private func bind(_ prefix: String, to address: String, depth: Int, in scope: inout NamespaceScope) {
    Array(prefix.utf8).withUnsafeBufferPointer { scope.bind($0[...], to: address, depth: depth) }
  }

  private func namespace(_ prefix: String, in scope: NamespaceScope) -> FeedNamespace {
    Array(prefix.utf8).withUnsafeBufferPointer { scope.namespace(of: $0[...]) }
  }

  @Test func theInnerDeclarationCountsUntilItsElementEnds() {
    var scope = NamespaceScope()
    bind("m", to: "http://search.yahoo.com/mrss/", depth: 1, in: &scope)
    bind("m", to: "http://purl.org/dc/terms/", depth: 2, in: &scope)
    #expect(namespace("m", in: scope) == .dublinCoreTerms)
    scope.leave(depth: 2)
    #expect(namespace("m", in: scope) == .media)
    scope.leave(depth: 1)
    #expect(namespace("m", in: scope) == .other)
  }

  @Test func theStandardIsGivenBackToo() {
    var scope = NamespaceScope()
    bind("", to: "http://www.w3.org/1999/xhtml", depth: 3, in: &scope)
    #expect(scope.standard == .xhtml)
    scope.leave(depth: 4)
    #expect(scope.standard == .xhtml)
    scope.leave(depth: 3)
    #expect(scope.standard == .core)
  }

  @Test func anUnknownAddressDoesNotHideAKnownPrefix() {
    var scope = NamespaceScope()
    bind("dc", to: "http://purl.org/dc/elements/9.9/", depth: 1, in: &scope)
    bind("", to: "https://unknown.example/rss", depth: 1, in: &scope)
    bind("x", to: "https://unknown.example/x", depth: 1, in: &scope)
    #expect(namespace("dc", in: scope) == .dublinCore)
    #expect(scope.standard == .core)
    #expect(namespace("x", in: scope) == .other)
  }

  @Test func aDeclarationOverrulesACustomaryPrefix() {
    var scope = NamespaceScope()
    #expect(namespace("media", in: scope) == .media)
    bind("media", to: "http://purl.org/rss/1.0/modules/content/", depth: 1, in: &scope)
    #expect(namespace("media", in: scope) == .content)
  }
}
