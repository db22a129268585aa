import Testing

@testable import NewsLibrary

struct LibraryLocationTests {
  @Test func whatIsNamedIsTaken() throws {
    let location = LibraryLocation.forReading(named: "/x.db", user: "/user.db", sample: "/sample.db")
    #expect(location == LibraryLocation(.named, path: "/x.db"))
  }

  @Test func theSampleIsReadUntilThereIsAStore() throws {
    let folder = try TestFolder()
    let user = folder.path + "/user.db"
    #expect(
      LibraryLocation.forReading(named: nil, user: user, sample: "/s.db") == LibraryLocation(.sample, path: "/s.db"))
    #expect(LibraryLocation.forWriting(named: nil, user: user) == LibraryLocation(.user, path: user))
    try folder.write("", to: "user.db")
    #expect(LibraryLocation.forReading(named: nil, user: user, sample: "/s.db") == LibraryLocation(.user, path: user))
  }
}
