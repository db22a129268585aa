import Foundation
import NewsModel

// MARK: - Why the system refused

extension Messages {
  /// The reason in words that stand in brackets behind what could not be done.
  func describe(_ problem: SystemProblem) -> String {
    switch problem.code {
    case EACCES, EPERM: text("没有权限", "no permission")
    case ENOENT: text("没有这个文件或目录", "there is no such file or folder")
    case ENOTDIR: text("路径中有一部分不是目录", "a part of the path is no folder")
    case EISDIR: text("是目录", "it is a folder")
    case EEXIST: text("已存在", "it is there already")
    case EROFS: text("磁盘只读", "the disk can only be read")
    case ENOSPC: text("磁盘已满", "the disk is full")
    case EDQUOT: text("磁盘配额已用完", "the disk quota is used up")
    case EIO: text("磁盘读写出错", "the disk failed to read or write")
    case EFBIG: text("文件过大", "the file would be too large")
    case ENOMEM: text("内存不足", "there is not enough memory")
    case EMFILE, ENFILE: text("打开的文件过多", "too many files are open")
    case ELOOP: text("链接成环", "the links lead in a circle")
    case ENAMETOOLONG: text("名称过长", "the name is too long")
    case EBUSY, ETXTBSY: text("正在使用中", "it is in use")
    case ENXIO, ENODEV: text("没有这个设备", "there is no such device")
    case ESTALE, ETIMEDOUT, EHOSTDOWN: text("网络磁盘没有响应", "the network drive does not answer")
    default:
      text("系统错误 \(problem.code)", "system error \(problem.code): \(String(cString: strerror(problem.code)))")
    }
  }
}
