/// Words of financial English, the most frequent first within each list.
enum EnglishWords {
  static let function = words(
    """
    the of to in and a for on that by with its as from at said is will was it has after have an be were but this than not \
    which over more about or would into had up been their also last other would if could first new when while year there between \
    against before during under out no some they who what under since until per because such only most both each
    """)

  static let nouns = words(
    """
    market share price company bank rate investor stock fund profit growth sale quarter index yield bond rule regulator \
    economy trade deal plan demand loss cost dollar yuan output revenue export import policy target risk report stake firm \
    analyst board shareholder loan debt asset property developer lender insurer broker exchange listing offer auction factory \
    supplier customer chip battery vehicle carmaker shipment order contract tariff quota subsidy tax budget forecast estimate \
    margin dividend buyback merger acquisition spinoff filing statement hearing probe penalty lawsuit settlement recall outage \
    refinery pipeline tanker freight cargo port warehouse inventory stockpile harvest crop grain metal copper tin nickel \
    aluminium steel ore coal gas crude barrel wafer sensor display phone platform app user payment wallet account deposit \
    reserve liquidity swap future option hedge position portfolio manager trader dealer minister official committee council \
    province city county household consumer worker wage job hire layoff strike union executive chairman founder director \
    partner venture startup unit division brand store chain retailer airline hotel tourist flight route project site plant \
    turbine panel grid reactor tunnel railway bridge loanbook audit auditor adviser lawyer judge court ruling appeal licence
    """)

  static let verbs = words(
    """
    rise fall gain drop climb slip jump slump rally ease widen narrow expand cut raise lift lower hold keep buy sell issue \
    launch open close delay approve reject suspend resume extend complete announce disclose report expect forecast warn \
    confirm deny seek plan consider review target price value fund back join leave appoint remove restructure refinance repay \
    default settle recover rebound recall ship order supply build invest borrow lend
    """)

  static let qualities = words(
    """
    annual quarterly monthly daily strong weak higher lower net gross total global domestic foreign regional central public \
    private retail wholesale industrial commercial financial fiscal monetary digital renewable electric solar offshore \
    onshore preliminary final early late recent rapid steady sharp modest record largest biggest smaller senior independent \
    strategic structural temporary permanent overseas rural urban unusual unexpected cautious optimistic volatile
    """)

  /// Names of firms and places that do not exist, as many as heads times tails: the long end of the vocabulary.
  static let nameHeads = words(
    """
    North South East West Harbor Meridian Quill Star Silver Iron Stone River Lake Clear Bright High Long Red Green Blue Grey \
    Oak Elm Ash Birch Cedar Fal Hart Brook Wind Sun Moor Marsh Glen Thorn Wex Ald Bram Cor Dun Esk Far Gar Hal Ing Kel Lan
    """)
  static let nameTails = words(
    """
    ford reach wood field bank gate bridge haven port ley ton wick stead mere fell dale burn more line works point mark wire \
    stone well brook shore cliff view hurst land crest vale moor ridge path
    """)

  private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }
}
