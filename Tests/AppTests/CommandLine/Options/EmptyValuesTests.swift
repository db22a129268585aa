import Testing

@testable import App

struct EmptyValuesTests {
  @Test(arguments: [
    (["parse", "--content-type=", "--url=x", "f"], ["parse", "--content-type", "", "--url=x", "f"]),
    (["parse", "--", "--url="], ["parse", "--", "--url="]),
    (["a=", "--=", "--a=b="], ["a=", "--=", "--a=b="]), ([], []),
  ])
  func anEmptyValueIsAnArgumentOfItsOwn(arguments: [String], expected: [String]) {
    #expect(EmptyValues.separated(arguments) == expected)
  }
}
