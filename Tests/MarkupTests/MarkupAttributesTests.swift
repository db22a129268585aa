import Markup
import Testing

@Suite struct MarkupAttributesTests {
  /// Each attribute as `name=[value]`.
  private func attributes(_ content: String) -> [String] {
    Array(content.utf8).withUnsafeBufferPointer { bytes in
      MarkupAttributes(bytes, 0..<bytes.count).map { attribute in
        let name = String(decoding: bytes[attribute.name], as: UTF8.self)
        return "\(name)=[\(String(decoding: bytes[attribute.value], as: UTF8.self))]"
      }
    }
  }

  @Test(
    arguments: [
      ("", []), (" \t\n", []), ("///", []), (" a", ["a=[]"]), (" a b", ["a=[]", "b=[]"]),
      (" a=1 b=2", ["a=[1]", "b=[2]"]),
      (" a=\"1 2\"b='3'c=4", ["a=[1 2]", "b=[3]", "c=[4]"]), (" a = 1\nb\n=\n2", ["a=[1]", "b=[2]"]),
      (" a=\"\" b='' c= ", ["a=[]", "b=[]", "c=[]"]), (" a=x\"y'z", ["a=[x\"y'z]"]), (" a=\"it's\"", ["a=[it's]"]),
      (" a='say \"x\"'", ["a=[say \"x\"]"]), (" a=1 a=2 A=3", ["a=[1]", "a=[2]", "A=[3]"]),
      (" a/b/c", ["a=[]", "b=[]", "c=[]"]), (" a=/b/ c", ["a=[/b/]", "c=[]"]), (" =a", ["=a=[]"]),
      (" =a=b", ["=a=[b]"]),
      (" ==", ["==[]"]), (" a==b", ["a=[=b]"]), (" a=\"open", ["a=[open]"]), (" a='", ["a=[]"]), (" a=", ["a=[]"]),
      (" \"a\"=b", ["\"a\"=[b]"]), (" 股=票", ["股=[票]"]), (" xml:lang=zh", ["xml:lang=[zh]"]),
      (" a\u{0}b=1", ["a\u{0}b=[1]"]),
      (" a<b=1", ["a<b=[1]"]), (" a=b=c", ["a=[b=c]"]), ("a=1", ["a=[1]"]),
    ] as [(String, [String])])
  func readsAttributesAsHTMLDoes(content: String, expected: [String]) {
    #expect(attributes(content) == expected)
  }

  @Test func readsNothingOutsideItsRange() {
    Array("a=1 b=\"2\" c=3".utf8).withUnsafeBufferPointer { bytes in
      // The range ends within the quoted value.
      let found = Array(MarkupAttributes(bytes, 4..<8))
      #expect(found.map(\.name) == [4..<5])
      #expect(found.map(\.value) == [7..<8])
      #expect(Array(MarkupAttributes(bytes, 10..<99)).map(\.value) == [12..<13])
      #expect(Array(MarkupAttributes(bytes, 3..<4)).isEmpty)
    }
  }

  @Test func aMissingValueIsAnEmptyRangeBehindTheName() {
    Array("disabled x".utf8).withUnsafeBufferPointer { bytes in
      #expect(MarkupAttributes(bytes, 0..<bytes.count).map(\.value) == [8..<8, 10..<10])
    }
  }

  /// Every round takes a byte: there are never more attributes than bytes.
  @Test(arguments: ["=", "/", "\"", "'", " ", "a=", "='", "\u{0}"])
  func repeatedSignsEnd(piece: String) {
    let content = String(repeating: piece, count: 1_000)
    #expect(attributes(content).count <= content.utf8.count)
  }
}
