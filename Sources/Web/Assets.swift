import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Packing

/// The files of the app that are the same for everybody: style, scripts, pictures. They are read
/// once, at the start.
struct Assets: Sendable {
  private struct File {
    let buffer: ByteBuffer
    /// The same as gzip, where that is smaller.
    let packed: ByteBuffer?
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
      let type = Self.type(of: name)
      let packed = Response.isText(type) ? try? Gzip.pack(Array(data)) : nil
      files[path] = File(
        buffer: ByteBuffer(bytes: data),
        packed: packed.flatMap { $0.count < data.count ? ByteBuffer(bytes: $0) : nil }, type: type,
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
    var headers: HTTPFields = [
      .contentType: file.type, .eTag: file.tag, .vary: "Accept-Encoding",
      // Asked for again each time, but only sent when it has changed.
      .cacheControl: "no-cache",
    ]
    if request.headers[.ifNoneMatch]?.contains(file.tag) == true {
      return Response(status: .notModified, headers: headers)
    }
    guard let packed = file.packed, Visit.takesGzip(request) else {
      return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: file.buffer))
    }
    headers[.contentEncoding] = "gzip"
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: packed))
  }
}
