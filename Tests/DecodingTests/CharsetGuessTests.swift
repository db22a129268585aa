import ParsingSupport
import Testing

@testable import Decoding

@Suite struct CharsetGuessTests {
  /// Sentences in one set each, as Base64.
  @Test(arguments: [
    (
      "EUC-JP",
      "sfPIwbOksb+kz729uN7G/KGivuXIvrT8pM6y38qqzsykrMGwx6/GsbT8pMvI5qTZpMbPu6XRobylu6XzpcjB/aSopL+kyMiv"
        + "yb2kt6S/oaM="
    ),
    (
      "Shift_JIS",
      "iZOUv4pDiV6CzY9cjNyT+oFBj+OUvIr6gsyJ3ZWol8qCqpFPlE6Tr4r6gsmU5ILXgsSYWoNwgVuDWoOTg2eRnYKmgr2CxpSt"
        + "lVyCtYK9gUI="
    ),
    (
      "EUC-KR",
      "v/i5/MfYv+7AuiC787ndseIgyK25sLeuwMwgwfazrcfYILCwwLogseKwo7q4tNkgwLAgxtu8vsauILTDvvq02bDtILngx/u0"
        + "2S4gyLi757TCIMfPud2x4r+hILv1t86/7iDH17fOuKYgv60gsOjIucDMtNku"
    ),
    (
      "KOI8-R",
      "68/N0MHOydEg08/Pwt3JzMEsIN7UzyDPwt+jzSDQxdLF18/az8sg2sEg0M/M1cfPxMnFINfZ0s/TIM7BINvF09TYINDSz8PF"
        + "ztTP1yDJINDSxdfZ08nMIM/WycTBzsnRINLZzsvBLg=="
    ),
    (
      "WINDOWS-1251",
      "yu7s7+Dt6P8g8e7u4fno6+AsIPfy7iDu4fq47CDv5fDl4u7n7uog5+Ag7+7r8+Pu5OjlIOL78O7xIO3gIPjl8fL8IO/w7vbl"
        + "7fLu4iDoIO/w5eL78ejrIO7m6OTg7ej/IPD77ergLg=="
    ),
    (
      "WINDOWS-1252",
      "TGEgY29tcGHx7WEgYW51bmNp8yBxdWUgZWwgdHLhZmljbyBjcmVjafMgbeFzIGRlIGxvIHF1ZSBzZSBlc3BlcmFiYTsgYXPt"
        + "IGxvIHNl8WFs8yBlbCBh8W8gcGFzYWRvLg=="
    ),
  ])
  func eachScriptGivesItsSetAway(name: String, coded: String) throws {
    let bytes = try #require(Base64.bytes(Array(coded.utf8)))
    #expect(bytes.withUnsafeBytes { CharsetGuess.likeliest($0) } == CharsetLabel(name))
  }

  @Test(arguments: [TextEncoding.gb18030, .big5]) func chineseIsToldByItsCommonestCharacters(encoding: TextEncoding)
    throws
  {
    let text =
      encoding == .big5
      ? "公司表示,下半年將會增加新的航線,對業績有積極影響。" : "公司表示,下半年将会增加新的航线,对业绩有积极影响。"
    let bytes = try encoded(text, encoding)
    #expect(bytes.withUnsafeBytes { CharsetGuess.likeliest($0) } == CharsetLabel(encoding.rawValue))
  }
}
