package import TextScanning

/// What a `key:` on a page announces.
package enum FieldKey: Hashable, Sendable {
  case title, originalTitle, source, author, editor, published, updated, tags, summary, url
  case previous, next, related
  /// What begins the foot of a site, below all that belongs to the page.
  case foot
  /// Numbers of readers and comments, buttons: read over.
  case boilerplate
  /// The note of a picture or a table; it belongs to the body.
  case figure

  /// Whether a line that consists of this field says so wherever it stands, not only at the head of a page.
  package var isStrong: Bool {
    switch self {
    case .originalTitle, .source, .author, .editor, .published, .updated: true
    default: false
    }
  }

  package static let table = KeywordTable<FieldKey>(named.map { ($0.key, $0.names) })

  /// What fields are called on pages; `FieldNames` has the names of columns and keys beside them.
  package static let named: [(key: FieldKey, names: String)] = [
    (.title, "标题,题目,新闻标题,文章标题,Title,Headline"),
    (.originalTitle, "原标题,原题,原文标题,Original title,Original headline"),
    (
      .source,
      "来源,本文来源,文章来源,信息来源,稿件来源,消息来源,新闻来源,稿源,内容来源,来源网站,来源媒体,来自,出处,文章出处,转载自,转自,媒体,"
        + "來源,文章來源,新聞來源,出處,Source,Via,Publisher,Originally published by"
    ),
    (.author, "作者,文章作者,记者,撰文,撰稿,采写,文字,記者,採訪,撰稿人,Author,Authors,By,Written by,Reporter,Byline,Reporting by"),
    (
      .editor,
      "发布者,发布人,上传者,编辑,责任编辑,责编,本文编辑,值班编辑,执行编辑,网络编辑,校对,审核,审校,终审,复审,初审,监制,主编,值班主编,排版,美编,统筹,视觉,出品,责任校对,编审,"
        + "設計,制作,签发,編輯,責任編輯,責編,校對,Editor,Editors,Edited by,Editing by"
    ),
    (
      .published,
      "发布时间,发布日期,发表时间,发表日期,发布于,发表于,发稿时间,刊发时间,刊登日期,时间,日期,发布,時間,日期,發佈時間,發布時間,發布日期,發佈日期,"
        + "Published,Published on,Published at,Publish time,Publication date,Date,Posted,Posted on,Pub date,Time"
    ),
    (.updated, "更新时间,更新日期,更新于,最后更新,最近更新,修改时间,更新時間,Updated,Last updated,Updated on,Modified,Last modified"),
    (
      .tags,
      "标签,关键词,关键字,文章标签,本文标签,相关标签,文章关键词,本文关键词,相关热词搜索,相关热词,新闻标签,话题,TAG标签,標籤,關鍵字,關鍵詞,"
        + "Tag,Tags,Keyword,Keywords,Topics,Filed under,Labels"
    ),
    (
      .summary,
      "摘要,内容摘要,文章摘要,本文摘要,新闻摘要,导语,文章导语,导读,内容导读,文章导读,本文导读,新闻导读,阅读提示,核心提示,重点提示,核心观点,核心要点,核心摘要,核心内容,"
        + "提要,内容提要,新闻提要,要点,文章要点,本文要点,要点提示,要点速览,内容概要,概要,简介,内容简介,划重点,一句话摘要,一句话总结,導讀,導語,"
        + "Summary,Abstract,Standfirst,Key points,Key takeaways,TL;DR,In brief"
    ),
    (.url, "原文链接,原文地址,本文链接,文章链接,网址,链接,URL,Link,Permalink"),
    (
      .previous,
      "上一篇,上一条,上篇,前一篇,上一篇文章,上一篇新闻,上一則,上一條,Previous,Prev,Previous article,Previous post,Previous story,Older"
    ),
    (.next, "下一篇,下一条,下篇,后一篇,下一篇文章,下一篇新闻,下一則,下一條,Next,Next article,Next post,Next story,Newer"),
    (
      .related,
      "猜你喜欢,猜您喜欢,你可能喜欢,您可能喜欢,你可能还喜欢,您可能还喜欢,你可能感兴趣,您可能感兴趣,你可能感兴趣的文章,您可能感兴趣的文章,你可能也喜欢,您可能也喜欢,您还可能喜欢,看了又看,看过本文的人还看过,"
        + "相关阅读,相关新闻,相关文章,相关推荐,相关资讯,"
        + "相关报道,相关内容,推荐阅读,推荐新闻,推荐文章,热门推荐,热点推荐,精彩推荐,今日推荐,为您推荐,为你推荐,延伸阅读,扩展阅读,拓展阅读,更多阅读,"
        + "更多新闻,更多报道,更多文章,更多资讯,往期回顾,往期推荐,往期精彩,喜欢此内容的人还喜欢,大家都在看,大家还在看,编辑推荐,精选推荐,最新推荐,今日热点,热门新闻,热门文章,最新资讯,最新文章,最新新闻,24小时热文,热文推荐,"
        + "相關新聞,相關閱讀,相關文章,猜你喜歡,延伸閱讀,推薦閱讀,"
        + "Related,Related articles,Related news,Related stories,Related posts,Related reading,Related content,Related links,"
        + "You may also like,You might also like,You may like,Recommended,Recommended for you,Recommended reading,"
        + "More stories,More news,More from,More on this,Read more,Read next,Further reading,See also,Don't miss,Most read"
    ),
    (
      .boilerplate,
      "阅读,阅读量,阅读数,浏览,浏览量,浏览次数,点击,点击量,点击数,点击次数,评论,评论数,人气,热度,字号,字体,字体大小,分享,分享到,分享至,"
        + "收藏,点赞,打印,我要评论,编号,Views,Reads,Comments,Share,Font size,Print"
    ),
    (.foot, "友情链接,合作伙伴,合作媒体,网站导航,网站地图,热门标签,标签云,热门搜索,热搜词,关于我们,联系我们"),
    (
      .figure,
      "图片来源,图片说明,资料来源,数据来源,图源,图表来源,图,图表,图片,图注,图说,配图,题图,资料图,资料图片,供图,摄影,截图来源,"
        + "Photo,Image,Picture,Figure,Photo by,Image credit,Photo credit"
    ),
  ]
}
