/// The elements of HTML that reading a page needs to tell apart; all others are `.other`.
public enum HTMLTag: UInt8, Hashable, Sendable, CaseIterable {
  case other
  case a, abbr, address, area, article, aside, audio
  case b, base, basefont, bgsound, big, blockquote, body, br, button
  case canvas, caption, center, cite, code, col, colgroup
  case dd, details, dfn, dialog, dir, div, dl, dt
  case em, embed
  case fieldset, figcaption, figure, font, footer, form, frame, frameset
  case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
  case i, iframe, img, input, ins
  case kbd, label, legend, li, link, listing
  case main, map, mark, math, menu, meta
  case nav, nobr, noembed, noframes, noscript
  case object, ol, optgroup, option
  case p, param, picture, plaintext, pre
  case q, rp, rt, ruby
  case s, samp, script, search, section, select, small, source, span, strike, strong, style, sub, summary, sup, svg
  case table, tbody, td, template, textarea, tfoot, th, thead, time, title, tr, track, tt
  case u, ul
  case `var`, video
  case wbr
  case xmp

  /// The element with this name in any case.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
    guard 1...10 ~= name.count else {
      self = .other
      return
    }
    self = HTMLTagTable.shared.tag(for: HTMLTagTable.key(bytes, name))
  }

  /// Elements that have no content and no end tag.
  public var isVoid: Bool {
    switch self {
    case .area, .base, .basefont, .bgsound, .br, .col, .embed, .frame, .hr, .img, .input, .link, .meta, .param, .source,
      .track, .wbr:
      true
    default: false
    }
  }

  /// Elements within a line: they do not part what stands before them from what stands behind.
  public var isInline: Bool {
    switch self {
    case .a, .abbr, .b, .big, .cite, .code, .dfn, .em, .font, .i, .img, .ins, .kbd, .label, .mark, .nobr, .other,
      .picture,
      .q, .rp, .rt, .ruby, .s, .samp, .small, .span, .strike, .strong, .sub, .sup, .time, .tt, .u, .var, .wbr:
      true
    default: false
    }
  }

  /// 1 to 6 for `h1` to `h6`.
  public var headingLevel: Int? {
    switch self {
    case .h1: 1
    case .h2: 2
    case .h3: 3
    case .h4: 4
    case .h5: 5
    case .h6: 6
    default: nil
    }
  }
}
