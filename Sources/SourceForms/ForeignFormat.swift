import Decoding

/// A form in which newstape does not read news. To name it is better than to make one odd article of it.
package enum ForeignFormat: Hashable, Sendable, CaseIterable {
  // Collections of news that other programs write.
  case sgml, arc, pythonLiterals, rows, xml, yaml
  // Single pages in an envelope.
  case httpAnswer
  // Lists of feeds.
  case subscriptions
  // Documents.
  case pdf, rtf, latex, officeDocument, postScript
  // Databases and tables.
  case sqlite, parquet, arrow, columns, pickle, arrays
  // Packed files.
  case zip, xz, bzip2, zstandard, sevenZip, rar, tar
  // What holds no news.
  case image, audioOrVideo, font, program
  case sourceCode, patch, configuration, log, calendar, subtitles, key, encoded

  /// The form of an input by its first bytes; nil for what newstape reads, and for what cannot be told.
  ///
  /// - Parameters:
  ///   - bytes: The start; `sampleSize` bytes are enough, and no more are looked at.
  ///   - isMarked: Whether it would be read as a form that says itself what it is: such an input needs no further look.
  ///   - isPage: Whether it would be read as the text of a page, which must read like one.
  package static func detect(_ bytes: UnsafeRawBufferPointer, isMarked: Bool, isPage: Bool) -> ForeignFormat? {
    let start = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleSize))
    if let found = signatures.first(where: { $0.stands(in: start) }) {
      return found.format == .zip && isOfficeDocument(start) ? .officeDocument : found.format
    }
    guard !isMarked, !BinaryDetection.isBinary(start) else { return nil }
    let sample = FormatSample(TextDecoding.decode(start).text)
    if let found = marks.first(where: { $0.isMet(sample) }) { return found.format }
    guard isPage else { return nil }
    let census = LineCensus(sample.text)
    return shapes.first { $0.isMet(census) }?.format
  }

  static let sampleSize = 8 << 10
}

// MARK: - The tables: to read a format, take its line out

extension ForeignFormat {
  /// What files of bytes begin with.
  private struct Signature: Sendable {
    let format: ForeignFormat
    let bytes: [UInt8]
    var offset = 0

    func stands(in start: UnsafeRawBufferPointer) -> Bool {
      start.count >= offset + bytes.count && start[offset..<offset + bytes.count].elementsEqual(bytes)
    }
  }

  private static let signatures: [Signature] = [
    Signature(format: .pdf, bytes: Array("%PDF-".utf8)),
    Signature(format: .officeDocument, bytes: [0xd0, 0xcf, 0x11, 0xe0]),
    Signature(format: .zip, bytes: [0x50, 0x4b, 0x03, 0x04]),
    Signature(format: .xz, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a]),
    Signature(format: .bzip2, bytes: Array("BZh".utf8)),
    Signature(format: .zstandard, bytes: [0x28, 0xb5, 0x2f, 0xfd]),
    Signature(format: .sevenZip, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
    Signature(format: .rar, bytes: Array("Rar!".utf8)),
    Signature(format: .tar, bytes: Array("ustar".utf8), offset: 257),
    Signature(format: .sqlite, bytes: Array("SQLite format 3\0".utf8)),
    Signature(format: .parquet, bytes: Array("PAR1".utf8)),
    Signature(format: .arrow, bytes: Array("ARROW1".utf8)),
    Signature(format: .arrow, bytes: Array("FEA1".utf8)),
    Signature(format: .columns, bytes: Array("Obj\u{1}".utf8)),
    Signature(format: .columns, bytes: Array("ORC".utf8)),
    Signature(format: .pickle, bytes: [0x80, 0x02]),
    Signature(format: .pickle, bytes: [0x80, 0x03]),
    Signature(format: .pickle, bytes: [0x80, 0x04]),
    Signature(format: .pickle, bytes: [0x80, 0x05]),
    Signature(format: .arrays, bytes: [0x93] + Array("NUMPY".utf8)),
    Signature(format: .arrays, bytes: [0x89] + Array("HDF\r\n".utf8)),
    Signature(format: .image, bytes: [0x89] + Array("PNG".utf8)),
    Signature(format: .image, bytes: [0xff, 0xd8, 0xff]),
    Signature(format: .image, bytes: Array("GIF8".utf8)),
    Signature(format: .image, bytes: Array("WEBP".utf8), offset: 8),
    Signature(format: .audioOrVideo, bytes: Array("ftyp".utf8), offset: 4),
    Signature(format: .audioOrVideo, bytes: Array("ID3".utf8)),
    Signature(format: .audioOrVideo, bytes: Array("OggS".utf8)),
    Signature(format: .audioOrVideo, bytes: Array("WAVE".utf8), offset: 8),
    Signature(format: .font, bytes: Array("wOF".utf8)),
    Signature(format: .program, bytes: [0x7f] + Array("ELF".utf8)),
    Signature(format: .program, bytes: [0xca, 0xfe, 0xba, 0xbe]),
    Signature(format: .program, bytes: [0x4d, 0x5a, 0x90, 0x00]),
  ]

  /// Whether the first file of a ZIP archive is one of those of which documents of offices consist.
  package static func isOfficeDocument(_ start: UnsafeRawBufferPointer) -> Bool {
    let name = start.dropFirst(30).prefix(20)
    return ["[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "ppt/", "mimetype"].contains {
      name.starts(with: $0.utf8)
    }
  }

  /// What a text says of itself, in the order in which it is looked for.
  private struct Mark: Sendable {
    let format: ForeignFormat
    let isMet: @Sendable (FormatSample) -> Bool
  }

  private static let marks: [Mark] = [
    Mark(format: .arc) { $0.begins(with: ["filedesc://"]) },
    Mark(format: .rtf) { $0.begins(with: ["{\\rtf"]) },
    Mark(format: .postScript) { $0.begins(with: ["%!PS"]) },
    Mark(format: .key) { $0.begins(with: ["-----BEGIN ", "---- BEGIN SSH"]) },
    Mark(format: .calendar) { $0.begins(with: ["BEGIN:VCALENDAR", "BEGIN:VCARD"]) },
    Mark(format: .httpAnswer) { $0.begins(with: ["HTTP/1.", "HTTP/2 "]) },
    Mark(format: .subscriptions) { $0.rootElement == "opml" },
    Mark(format: .sgml) { $0.isUnknownMarkup && $0.isSGML },
    Mark(format: .xml) { $0.isUnknownMarkup },
    Mark(format: .pythonLiterals) { $0.isPythonLiteral },
    Mark(format: .subtitles) { $0.isSubtitles },
    Mark(format: .patch) {
      $0.begins(with: ["diff --git ", "--- a/", "Index: "]) && $0.contains(["\n@@ ", "\n+++ "])
    },
    Mark(format: .sourceCode) { $0.begins(with: ["#!/", "<?php", "<%@", "%YAML"]) },
    Mark(format: .latex) { $0.begins(with: ["\\", "%"]) && $0.contains(["\\documentclass", "\\begin{"]) },
  ]

  /// What the lines of a text have in common, in the order in which it is looked for.
  private struct Shape: Sendable {
    let format: ForeignFormat
    let isMet: @Sendable (LineCensus) -> Bool
  }

  private static let shapes: [Shape] = [
    Shape(format: .subscriptions) { $0.mostly(\.addresses) },
    Shape(format: .log) { $0.mostly(\.logged) },
    Shape(format: .configuration) { $0.mostly(\.assigned) },
    Shape(format: .yaml) { $0.mostly(\.keyed) && $0.isNested },
    Shape(format: .rows) { $0.isTable },
    Shape(format: .encoded) { $0.mostly(\.encoded) },
    Shape(format: .sourceCode) { $0.isCode },
  ]
}
