import Testing

@testable import PageDumps

@Suite struct CommentMarkTests {
  @Test(arguments: [
    "网友评论", "【最新评论】", "网友跟贴 12", "我要跟帖 登录", "登录并发贴", "发表评论(0)", "评论区 >", "写评论", "文明上网，登录发贴", "目前没有热门跟贴",
    "# 我来说两句", "Leave a reply", "LEAVE A COMMENT", "Join the conversation (12)", "Leave a reply cancel",
  ])
  func theWordsAboveCommentsOpenThem(_ line: String) {
    #expect(CommentMark.matches(line[...]))
  }

  @Test(arguments: [
    "网友评论称油价涨得太快", "评论区有人问怎么办？", "评论区。", "参与讨论的企业", "发帖者已道歉", "评论", "讨论", "Leave a reply to the regulator, it said",
    "Join the discussion? No", "Leave a replying",
  ])
  func sentencesThatBeginSoAreNone(_ line: String) {
    #expect(!CommentMark.matches(line[...]))
  }

  @Test func longerLinesOpenNoComments() {
    let marks = { (count: Int) in "网友评论" + String(repeating: "登录", count: count) }
    #expect(CommentMark.matches(marks(9)[...]))
    #expect(!CommentMark.matches(marks(10)[...]))
  }

  @Test(arguments: ["评论", "评论 12", "12条评论", "讨论：", "【留言】", "回复(5)", "Comments (3)", "COMMENT", "Discussion"])
  func theBareWordMayHeadComments(_ line: String) {
    #expect(CommentMark.isBareHeading(line[...]))
  }

  @Test(arguments: ["评论员", "条", "评论 1.2万", "市场评论", "Comments off", "12", "", "评论 1234567890123456"])
  func otherWordsDoNot(_ line: String) {
    #expect(!CommentMark.isBareHeading(line[...]))
  }

  @Test(arguments: ["回复", "回复 赞(3)", "赞 12 回复", "举报 回复", "1万赞 | 回复", "Reply Like 3", "12 盖楼", "反对(2)"])
  func aButtonToAnswerStandsBelowAComment(_ line: String) {
    #expect(CommentMark.answers(line[...]))
  }

  @Test(arguments: ["赞 3", "举报", "", "12", "回复函", "回复 已读", "Like 3 Share", "Replying", "公司回复"])
  func aLineWithoutOneOrWithWordsOfItsOwnIsNone(_ line: String) {
    #expect(!CommentMark.answers(line[...]))
  }

  @Test func manyButtonsAreNoLineBelowAComment() {
    #expect(CommentMark.answers(String(repeating: "回复", count: 11)[...]))
    #expect(!CommentMark.answers(String(repeating: "回复", count: 12)[...]))
  }
}
