package import Configuration
package import NewsModel
import WebAddresses

extension FetchFailure {
  /// What went wrong, in a few words, for a row of a list.
  package func message(in language: Language) -> String { words(language) }

  /// What the reader can do about it, in one sentence.
  package func advice(in language: Language) -> String { counsel(language) }

  private var words: Bilingual {
    switch self {
    case .badAddress: ["网址无效", "not a web address"]
    case .badRedirect: ["转址无效", "bad redirect"]
    case .hostNotFound: ["找不到主机", "no such host"]
    case .noConnection: ["连接不上", "no connection"]
    case .timedOut: ["超时", "timed out"]
    case .insecure: ["证书不可信", "certificate not trusted"]
    case .tooManyRedirects: ["转址过多", "too many redirects"]
    case .tooLarge(let limit): ["超过 \(limit >> 20) MB", "more than \(limit >> 20) MB"]
    case .notHTTP: ["答复不是 HTTP", "no HTTP answer"]
    case .broken: ["传输中断", "connection broke"]
    case .status(let code): Self.words(ofStatus: code)
    case .notNews: ["不是订阅源", "holds no news"]
    }
  }

  private static func words(ofStatus code: Int) -> Bilingual {
    switch code {
    case 401, 407: ["需要登录 \(code)", "log-in needed \(code)"]
    case 403: ["拒绝访问 403", "forbidden 403"]
    case 404: ["页面不存在 404", "not found 404"]
    case 410: ["已永久停用 410", "gone for good 410"]
    case 429: ["请求过多 429", "too many requests 429"]
    case 500...599: ["服务器出错 \(code)", "server error \(code)"]
    default: ["服务器答复 \(code)", "answer \(code)"]
    }
  }

  private var counsel: Bilingual {
    switch self {
    case .badAddress: ["地址要以 http:// 或 https:// 开头。", "An address begins with http:// or https://."]
    case .badRedirect(let target):
      [
        "网站转到“\(AddressSecrets.masked(target))”，不是网址；请检查地址。",
        "The site sends on to “\(AddressSecrets.masked(target))”, which is no web address; check the address.",
      ]
    case .hostNotFound:
      ["检查网址有没有写错，网络是否连通。", "Check the spelling of the address, and whether you are online."]
    case .noConnection: ["检查网络和代理设置；也可能是网站暂时停机。", "Check network and proxy; the site may also be down."]
    case .timedOut: ["网站太慢或暂时停机，稍后会自动再试。", "The site is slow or down; it is tried again later."]
    case .insecure:
      ["证书无法验证，内容可能被改动；检查本机时间，或请网站修复。", "Its content could be forged: check this computer's clock, or tell the site."]
    case .tooManyRedirects:
      ["网站来回转址；在浏览器中找到现在的地址再改。", "The site sends in circles; look up its present address in a browser."]
    case .tooLarge: ["内容大得不像订阅源；请找它的摘要版。", "Too large for a feed; look for a shorter one of the site."]
    case .notHTTP:
      ["这个地址上的程序不是网站；请检查网址和端口。", "What answers there is no web site; check address and port."]
    case .broken: ["网络不稳或网站出错，稍后会自动再试。", "Network or site are at fault; it is tried again later."]
    case .status(let code): Self.counsel(onStatus: code)
    case .notNews: ["这个地址没有订阅源；在浏览器中找 RSS 或 Atom 链接。", "No feed there; look for an RSS or Atom link in a browser."]
    }
  }

  private static func counsel(onStatus code: Int) -> Bilingual {
    switch code {
    case 401, 403, 407: ["网站不让程序读取；几小时后会自动再试。", "The site turns programs away; it is tried again in some hours."]
    case 404: ["地址可能变了；在浏览器中找到新的再改。", "It may have moved; look up its new address in a browser."]
    case 410: ["网站说它不会再有了，可以删除。", "The site says that it will not come back; it can be removed."]
    case 429: ["问得太频繁，到网站允许时会自动再试。", "Asked too often; it is tried again when the site allows it."]
    default: ["稍后会自动再试。", "It is tried again later."]
    }
  }
}
