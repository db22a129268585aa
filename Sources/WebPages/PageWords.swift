/// The words of names of elements, found by their letters.
///
/// Lives as long as the program, in plain memory: it is asked for every word of every class.
struct PageWords {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = PageWords()

  enum Meaning {
    case hint(PageHint)
    /// `has-sidebar`, `no-comments`: what follows is not here.
    case negation
    /// Says where or how an element stands, and not what it is.
    case neutral
    /// Names a term of the site's own behind it.
    case term
  }

  /// The letters of a word, which count as small ones; of long words the first thirteen tell.
  struct Letters {
    private(set) var count = 0
    private var key: UInt64 = 0

    mutating func append(_ letter: UInt8) {
      count += 1
      if count <= PageWords.mostLetters { key = key &* 27 &+ UInt64(letter & 0x1f) }
    }

    /// What the word means, and begins the next.
    mutating func end() -> Meaning? {
      defer { self = Letters() }
      // Single letters are what is left of short cuts.
      return count >= 2 ? PageWords.shared.meaning(of: key) : .neutral
    }

    init() {}

    init(_ word: some Sequence<UInt8>) { for letter in word { append(letter) } }

    fileprivate var whole: UInt64 { key }
  }

  /// As many letters of 27 signs as 64 bits hold.
  private static let mostLetters = 13
  private static let size = 1 << 11
  private let keys: UnsafePointer<UInt64>
  private let meanings: UnsafePointer<Meaning>

  private static func slot(of key: UInt64) -> Int { Int(truncatingIfNeeded: (key &* 0x9e37_79b9_7f4a_7c15) >> 53) }

  private func meaning(of key: UInt64) -> Meaning? {
    var slot = Self.slot(of: key)
    while keys[slot] != 0 {
      if keys[slot] == key { return meanings[slot] }
      slot = (slot + 1) % Self.size
    }
    return nil
  }

  private init() {
    let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: Self.size)
    keys.initialize(repeating: 0, count: Self.size)
    let meanings = UnsafeMutablePointer<Meaning>.allocate(capacity: Self.size)
    meanings.initialize(repeating: .neutral, count: Self.size)
    for (meaning, list) in Self.lists {
      for word in list.split(separator: ",") {
        let key = Letters(word.utf8).whole
        var slot = Self.slot(of: key)
        while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) % Self.size }
        keys[slot] = key
        meanings[slot] = meaning
      }
    }
    self.keys = UnsafePointer(keys)
    self.meanings = UnsafePointer(meanings)
  }
}

extension PageWords {
  private static let lists: [(Meaning, String)] = [
    (.neutral, PageWordLists.neutral),
    (.negation, PageWordLists.negation),
    (.term, PageWordLists.term),
    (.hint(.content), PageWordLists.content),
    (.hint(.account), PageWordLists.account),
    (.hint(.author), PageWordLists.author),
    (.hint(.source), PageWordLists.source),
    (.hint(.caption), PageWordLists.caption),
    (.hint(.slight), PageWordLists.slight),
    (.hint(.frame), PageWordLists.frame),
    (.hint(.foreign), PageWordLists.foreign),
  ]
}
