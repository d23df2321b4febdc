import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The files of the app that are the same for everybody: style, scripts, pictures. They are read
/// once, at the start.
struct Assets: Sendable {
  private struct File {
    let buffer: ByteBuffer
    let type: String
    let tag: String
  }

  enum Missing: Error { case assets(String) }

  private let files: [String: File]

  init() throws {
    let folder = Bundle.module.bundleURL.appending(path: "Assets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var files: [String: File] = [:]
    for name in names {
      let data = try Data(contentsOf: folder.appending(path: name))
      let path = name == "worker.js" ? "/worker.js" : "/assets/\(name)"
      files[path] = File(
        buffer: ByteBuffer(bytes: data), type: Self.type(of: name),
        tag: "\"\(SHA256.hash(data: data).prefix(8).map { String($0, radix: 36) }.joined())\"")
    }
    guard !files.isEmpty else { throw Missing.assets(folder.path) }
    self.files = files
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: "application/octet-stream"
    }
  }

  /// The file asked for; nil where the path isn't one's.
  func response(to request: Request) -> Response? {
    guard let file = files[request.uri.path], request.method == .get || request.method == .head
    else { return nil }
    let headers: HTTPFields = [
      .contentType: file.type, .eTag: file.tag,
      // Asked for again each time, but only sent when it has changed.
      .cacheControl: "no-cache",
    ]
    if request.headers[.ifNoneMatch]?.contains(file.tag) == true {
      return Response(status: .notModified, headers: headers)
    }
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.buffer))
  }
}
