import Foundation
import Testing

@testable import NewsLibrary

struct FileWalkerTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func walk(_ name: String = "") -> (files: [String], problems: [ImportProblem]) {
    var walker = FileWalker()
    var files: [String] = []
    var problems: [ImportProblem] = []
    _ = walker.walk(
      folder.path + name,
      visit: { file in
        files.append(String(file.path.text.dropFirst(folder.path.count)))
        return true
      }, problem: { problems.append($0) })
    return (files, problems)
  }

  private func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(name)", withDestinationPath: target)
  }

  @Test func filesComeSortedAndHiddenOnesAreLeftOut() throws {
    for name in ["b.txt", "a/2.txt", "a/10.txt", ".git/x.txt", "a/.y.txt", "c/d/e.txt"] {
      try folder.write("", to: name)
    }
    #expect(walk().files == ["/a/10.txt", "/a/2.txt", "/b.txt", "/c/d/e.txt"])
    #expect(walk("/").files == ["/a/10.txt", "/a/2.txt", "/b.txt", "/c/d/e.txt"])
  }

  @Test func linksThatLeadInCirclesEnd() throws {
    try folder.write("", to: "a/b/1.txt")
    try link("a/b/up", to: "../..")
    try link("a/same", to: "b")
    #expect(walk().files == ["/a/b/1.txt"])
  }

  @Test func aLinkToNowhereIsPassedOverUnlessItWasNamed() throws {
    try folder.write("", to: "1.txt")
    try link("gone", to: "nothing")
    #expect(walk().files == ["/1.txt"])
    #expect(walk().problems.isEmpty)
    #expect(walk("/gone").problems == [ImportProblem(.notFound, path: folder.path + "/gone")])
  }

  @Test func aHiddenFileThatIsNamedIsTaken() throws {
    try folder.write("abc", to: ".secret.txt")
    #expect(walk("/.secret.txt").files == ["/.secret.txt"])
  }

  @Test func theWalkEndsWhenItIsTold() throws {
    for name in ["1", "2", "3"] { try folder.write("", to: "a/\(name)") }
    var walker = FileWalker()
    var count = 0
    let isComplete = walker.walk(
      folder.path,
      visit: { _ in
        count += 1
        return count < 2
      }, problem: { _ in })
    #expect(!isComplete)
    #expect(count == 2)
  }
}
